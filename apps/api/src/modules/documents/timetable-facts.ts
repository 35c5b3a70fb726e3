import type { Locale } from "../../core/text.ts";

/** What a document is headed with, worded. */
export interface ProviderFacts {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly siret: string | null;
  readonly activityNumber: string | null;
  /** The name of the image's file; null without a logo. */
  readonly logo: string | null;
}

export interface ContactFacts {
  readonly role: "pedagogical" | "administrative";
  readonly name: string;
  readonly lines: readonly string[];
}

export interface BlockFacts {
  readonly code: string;
  /** The short one. */
  readonly title: string;
  readonly fullTitle: string;
  /** Which of the six colours and patterns is its own, from 1. */
  readonly look: number;
}

export interface HalfDayFacts {
  /** `9 h – 12 h 30` */
  readonly hours: string;
  readonly exam: boolean;
  readonly block: BlockFacts | null;
  readonly cohort: string;
  readonly session: number | null;
  /** Null: nobody yet. */
  readonly trainer: string | null;
  /** Null: none yet, or at a distance. */
  readonly room: string | null;
  readonly remote: boolean;
  readonly cancelled: boolean;
  readonly reason: string | null;
  /** What it is held in place of, or what is held in its place. */
  readonly note: string | null;
}

export interface DayFacts {
  /** `mar. 16` */
  readonly day: string;
  readonly halfDays: readonly HalfDayFacts[];
}

export interface MonthFacts {
  /** `Mai 2017` */
  readonly name: string;
  /** `8 demi-journées · 28 h` */
  readonly hours: string;
  readonly days: readonly DayFacts[];
}

export interface TotalFacts {
  readonly cohort: string;
  /** Null: the exam, where its hours are no block's. */
  readonly block: BlockFacts | null;
  readonly halfDays: number;
  readonly hours: string;
}

export interface VersionFacts {
  readonly cohort: string;
  readonly number: number;
  readonly day: string;
}

/** What the template of a timetable is given: facts in words, in one language, and nothing to compute. */
export interface TimetableFacts {
  readonly language: Locale;
  readonly kind: "cohort" | "trainee" | "trainer" | "room";
  /** Whose timetable it is. */
  readonly name: string;
  /** What else is said of them, a line each. */
  readonly lines: readonly string[];
  readonly period: string | null;
  /** What must not be overlooked, such as a cohort that is cancelled. */
  readonly notice: string | null;
  readonly provider: ProviderFacts;
  readonly contacts: readonly ContactFacts[];
  readonly months: readonly MonthFacts[];
  readonly totals: readonly TotalFacts[];
  readonly total: { readonly halfDays: number; readonly hours: string };
  /** Of the plans shown, the latest first. */
  readonly versions: readonly VersionFacts[];
  readonly printedOn: string;
}

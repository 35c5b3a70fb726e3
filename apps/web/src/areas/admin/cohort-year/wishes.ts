import type { Cohort } from "@passerelle/contracts/cohorts";
import type { planProposalCreate } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";
import type { Trainer } from "@passerelle/contracts/trainers";
import { monthOf, monthsBetween } from "@passerelle/domain/time";
import type { z } from "zod";
import { roomCandidates } from "./candidates.ts";
import type { ExtraClosure } from "./ExtraClosures.tsx";

export type ProposalBody = z.input<NonNullable<typeof planProposalCreate.body>>;

/** What a proposal is asked to respect, as its form has it. */
export interface Wishes extends Record<string, unknown> {
  readonly notBefore: string;
  readonly notAfter: string;
  readonly skipMonths: string[];
  readonly weekdays: string[];
  readonly closures: ExtraClosure[];
  /** One for each certification day, empty while the authority has not fixed it. */
  readonly examDays: string[];
  readonly order: "sequence" | "interleaved";
  /** By the block's code; empty for a pace in step with its hours. */
  readonly weights: Readonly<Record<string, string>>;
  /** Who teaches each block, preferred ones first, by the block's code. */
  readonly trainers: Readonly<Record<string, readonly string[]>>;
  /** Where, preferred ones first. */
  readonly rooms: readonly string[];
}

interface Block {
  readonly code: string;
}

/** Those who teach something of a block of an edition, by name. */
export function teachersOf({ code }: Block, trainers: readonly Trainer[], edition: string): Trainer[] {
  return trainers.filter(({ competencies }) =>
    competencies.some(({ blockCode, titleVersionCode }) => blockCode === code && titleVersionCode === edition),
  );
}

/** What is wished before anything is chosen: everybody who teaches a block, the rooms of the site with enough seats. */
export function firstWishes(
  cohort: Cohort,
  blocks: readonly Block[],
  trainers: readonly Trainer[],
  rooms: readonly Room[],
): Wishes {
  const { titleVersion, examDayCount } = cohort.programme;
  const own = rooms.filter(({ siteId }) => cohort.site === null || siteId === cohort.site.id);
  const fitting = roomCandidates(own, null, cohort.capacity).filter(({ isTooSmall }) => !isTooSmall);
  return {
    notBefore: cohort.startsOn,
    notAfter: cohort.endsOn,
    skipMonths: [],
    weekdays: [],
    closures: [],
    examDays: Array.from({ length: examDayCount }, () => ""),
    order: "sequence",
    weights: {},
    trainers: Object.fromEntries(
      blocks.map((block) => [block.code, teachersOf(block, trainers, titleVersion.code).map(({ id }) => id)]),
    ),
    rooms: fitting.map(({ id }) => id),
  };
}

export function monthsOf({ notBefore, notAfter }: Pick<Wishes, "notBefore" | "notAfter">): string[] {
  return notBefore !== "" && notBefore <= notAfter ? monthsBetween(monthOf(notBefore), monthOf(notAfter)) : [];
}

/** What the API takes: what is not wished is left out. */
export function bodyOf(wishes: Wishes): ProposalBody {
  const { notBefore, notAfter, skipMonths, weekdays, closures } = wishes;
  const months = monthsOf({ notBefore, notAfter });
  const examDays = wishes.examDays.filter((day) => day !== "");
  const trainers = Object.entries(wishes.trainers).filter(([, ids]) => ids.length > 0);
  return {
    notBefore,
    notAfter,
    skipMonths: skipMonths.filter((month) => months.includes(month)),
    ...(weekdays.length === 0 ? {} : { weekdays: weekdays.map(Number) }),
    ...(examDays.length === 0 ? {} : { examDays: examDays.toSorted() }),
    ...orderOf(wishes),
    ...(trainers.length === 0
      ? {}
      : { trainers: trainers.map(([blockCode, ids]) => ({ blockCode, trainerIds: [...ids] })) }),
    ...(wishes.rooms.length === 0 ? {} : { rooms: [...wishes.rooms] }),
    closures: closures.map(({ from, to, label }) => ({ from, to, ...(label.trim() === "" ? {} : { label }) })),
  };
}

function orderOf({ order, weights }: Wishes): Pick<ProposalBody, "order" | "weights"> {
  if (order === "sequence") return {};
  const given = Object.entries(weights).filter(([, weight]) => weight.trim() !== "");
  return {
    order,
    ...(given.length === 0
      ? {}
      : { weights: Object.fromEntries(given.map(([code, weight]) => [code, Number(weight)])) }),
  };
}

/** A weight is a whole number from 1 to 100, or not said. */
export function isWeight(weight: string): boolean {
  return /^\s*([1-9]\d?|100)?\s*$/.test(weight);
}

/** Puts one of the chosen before all others. */
export function preferring(chosen: readonly string[], id: string): string[] {
  return [id, ...chosen.filter((each) => each !== id)];
}

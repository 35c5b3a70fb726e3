import { z } from "zod";
import type { DayEntry } from "./week-form.ts";

/** Whose week it is: drafts of two people on one device never meet. */
export interface DraftKey {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly week: string;
}

const PREFIX = "passerelle.stage-week";
const stored = z.array(z.object({ day: z.string(), minutes: z.int().min(0).max(600), activity: z.string().max(300) }));

/** Where storage is refused by the browser, drafts hold until the page is left. */
const inMemory = new Map<string, string>();

/** What was typed in a week and not saved yet; null when there is nothing, or nothing that fits the week. */
export function readDraft(key: DraftKey, daysOfWeek: readonly string[]): DayEntry[] | null {
  const parsed = stored.safeParse(parse(read(nameOf(key))));
  if (!parsed.success) return null;
  const fits = parsed.data.length === daysOfWeek.length && parsed.data.every(({ day }, i) => day === daysOfWeek[i]);
  return fits ? parsed.data : null;
}

export function keepDraft(key: DraftKey, entries: readonly DayEntry[]): void {
  const text = JSON.stringify(entries);
  inMemory.set(nameOf(key), text);
  try {
    localStorage.setItem(nameOf(key), text);
  } catch {
    // Refused or full: the copy in memory remains.
  }
}

export function dropDraft(key: DraftKey): void {
  inMemory.delete(nameOf(key));
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Refused: nothing was stored either.
  }
}

function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? inMemory.get(name) ?? "";
  } catch {
    return inMemory.get(name) ?? "";
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function nameOf({ personId, enrolmentId, week }: DraftKey): string {
  return [PREFIX, personId, enrolmentId, week].join(".");
}

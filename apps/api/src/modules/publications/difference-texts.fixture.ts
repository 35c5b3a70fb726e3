import { type Audience, concerning } from "@passerelle/domain/planning/concerning";
import type { VersionHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import { planDifference } from "@passerelle/domain/planning/plan-difference";
import { examAt, halfDayAt, placeAt, sessionAt } from "@passerelle/domain/planning/plan-versions.fixture";
import type { Text } from "../../core/text.ts";
import { differenceText } from "./difference-texts.ts";
import type { DifferenceNames } from "./difference-words.ts";

const called: Record<string, string> = {
  t1: "Dominique Exemple",
  t2: "Camille Fictive",
  r1: "Salle Étang",
  r2: "Garrigue",
  r3: "Olivier",
};
const names: DifferenceNames = {
  trainerName: (id) => called[id] ?? "Quelqu’un",
  roomName: (id) => called[id] ?? "Quelque part",
  siteName: (id) => (id === "r3" ? "Annexe" : "Maison"),
  blockName: (code) => code,
};

const june = ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"];
export const s1 = sessionAt("s1", june, { trainerId: "t1", roomId: "r1" });
export const s2 = sessionAt("s2", ["2017-07-10", "2017-07-11", "2017-07-12", "2017-07-13"], {
  trainerId: "t2",
  roomId: "r2",
});
export const exam = examAt(["2018-03-15", "2018-03-16"]);
export const plan = [...s1, ...s2, ...exam];

export type Rows = readonly VersionHalfDay[];
type Change = Partial<VersionHalfDay> | ((row: VersionHalfDay) => Partial<VersionHalfDay>);

export const idsOf = (rows: Rows) => rows.map(({ id }) => id);
const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
export const movedBy = (days: number) => (row: VersionHalfDay) => placeAt(later(row.day, days), row.slot);
export const without = (...ids: string[]) => plan.filter(({ id }) => !ids.includes(id));
export const cancelled = (reason: string) => ({ state: "cancelled", cancelledReason: reason }) as const;

export function edited(ids: readonly string[], change: Change, rows: Rows = plan): VersionHalfDay[] {
  return rows.map((row) =>
    ids.includes(row.id) ? { ...row, ...(typeof change === "function" ? change(row) : change) } : row,
  );
}

export const trainee: Extract<Audience, { kind: "trainee" }> = {
  kind: "trainee",
  blockCodes: null,
  exam: true,
  courses: true,
};
export const trainer = (trainerId: string): Audience => ({ kind: "trainer", trainerId });

export function neutral(after: Rows, before: Rows = plan): Text[] {
  return planDifference(before, after).map((fact) => differenceText(fact, names));
}

export function toldTo(who: Audience, after: Rows, before: Rows = plan): Text[] {
  const facts = concerning(planDifference(before, after), { before, after }, who);
  return facts.map((fact) => differenceText(fact, names, who.kind));
}

/** A half-day that is cancelled, and what is held instead. */
export const instead = halfDayAt("new", "2017-06-16", "am", { roomId: "r2", trainerId: "t2", replacesId: "s1-0am" });
export const strike = edited(["s1-0am"], cancelled("grève"));

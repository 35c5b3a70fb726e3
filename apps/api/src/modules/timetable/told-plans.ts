import type { TimetableLine } from "@passerelle/contracts/timetable";
import { type Audience, concerning } from "@passerelle/domain/planning/concerning";
import type { PlanChangeFact } from "@passerelle/domain/planning/plan-change-facts";
import { planDifference } from "@passerelle/domain/planning/plan-difference";
import type { Ctx } from "../../core/ctx.ts";
import { namesIn } from "../plans/named-half-days.ts";
import { differenceText } from "../publications/difference-texts.ts";
import type { DifferenceNames } from "../publications/difference-words.ts";
import type { PlanHistory } from "../publications/plan-history.queries.ts";
import { traineeAudience } from "../publications/trainee-audience.ts";
import { trainerName } from "../trainers/trainers.present.ts";
import type { Follower, MyVersion } from "./my-versions.queries.ts";

/** What differs for somebody, and as what they are told. */
export interface Told {
  readonly as: Audience["kind"];
  readonly facts: readonly PlanChangeFact[];
}

/** As what a plan may concern somebody: as its trainee, as a trainer, or both. */
export function audiencesOf({ trainerId }: Follower, { prescribed }: Pick<MyVersion, "prescribed">): Audience[] {
  return [
    ...(prescribed === null ? [] : [traineeAudience(prescribed)]),
    ...(trainerId === null ? [] : [{ kind: "trainer" as const, trainerId }]),
  ];
}

/** What differs between two versions of a plan for somebody; nothing when it does not concern them. */
export function toldBetween(
  history: PlanHistory | undefined,
  { from, to }: { readonly from: number; readonly to: number },
  audiences: readonly Audience[],
): Told[] {
  if (history === undefined) return [];
  const halfDays = { before: history.halfDaysOf(from), after: history.halfDaysOf(to) };
  const facts = planDifference(halfDays.before, halfDays.after);
  return audiences
    .map((who) => ({ as: who.kind, facts: concerning(facts, halfDays, who) }))
    .filter((told) => told.facts.length > 0);
}

/** The sentences, in the caller's language; one that says the same to both is said once. */
export function linesOf(
  { locale }: Pick<Ctx, "locale">,
  told: readonly Told[],
  names: DifferenceNames,
): TimetableLine[] {
  const lines = told.flatMap(({ as, facts }) =>
    facts.map((fact) => ({
      kind: fact.kind,
      halfDayIds: [...fact.halfDayIds],
      detail: differenceText(fact, names, as)[locale],
    })),
  );
  return [...new Map(lines.map((line) => [line.detail, line])).values()];
}

/** What those who teach and the rooms they teach in are called, whatever the version. */
export async function namesOf(ctx: Ctx, histories: readonly PlanHistory[]): Promise<DifferenceNames> {
  const halfDays = histories.flatMap(({ rows }) => rows);
  const { trainers, rooms } = await namesIn(ctx, [{ halfDays, gapReason: null }]);
  return {
    trainerName: (id) => {
      const trainer = trainers.get(id);
      return trainer === undefined ? "" : trainerName(trainer);
    },
    roomName: (id) => rooms.get(id)?.name ?? "",
    siteName: (id) => rooms.get(id)?.site.name ?? "",
    blockName: (code) => code,
  };
}

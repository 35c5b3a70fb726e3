import type { InputOf } from "@passerelle/contracts/http";
import type { BrokenHalfDay, repairList } from "@passerelle/contracts/repairs";
import type { RepairHalfDay } from "@passerelle/domain/planning/repair";
import { problemsOf, repairsOf } from "@passerelle/domain/planning/repairs";
import { addMonths, civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import type { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.ts";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { text } from "../../core/wording.ts";
import { cohortInclude, type CohortRow } from "../cohorts/cohorts.queries.ts";
import { presentHalfDay } from "../plans/plans.present.ts";
import { visibleHalfDays } from "../plans/plans.policy.ts";
import { loadPlan } from "../plans/stored-plan.ts";
import { type Absence, contextOf } from "./repair-context.ts";
import { costText, problemText, repairText } from "./repair-texts.ts";

type Query = InputOf<typeof repairList>["query"];
type Answer = z.output<typeof repairList.response>;

const mostMonths = 3;
const atMost = 50;

/** The half-days that cannot be held as planned, each with the ways to hold it all the same. */
export async function listRepairs(ctx: Ctx, query: Query): Promise<Answer> {
  checkSpan(query);
  const cohorts = await ctx.db.cohort.findMany({
    where: { cancelledReason: null, halfDays: { some: asked(ctx, query) } },
    include: cohortInclude,
    orderBy: { id: "asc" },
  });
  const broken: BrokenHalfDay[] = [];
  for (const cohort of cohorts) broken.push(...(await brokenIn(ctx, cohort, query)));
  const inOrder = broken.toSorted(
    ({ halfDay: a }, { halfDay: b }) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id),
  );
  return { items: inOrder.slice(0, atMost), more: inOrder.length > atMost };
}

/** Planned half-days of the days asked for; what has passed is no longer repaired. */
function asked(ctx: Ctx, { from, to, slot, halfDayId, cohortId, trainerId, roomId }: Query): Prisma.HalfDayWhereInput {
  const first = from < today(ctx) ? today(ctx) : from;
  return {
    AND: [
      visibleHalfDays(ctx.actor),
      { state: "planned", day: { gte: toColumn(first), lte: toColumn(to) } },
      slot ? { slot } : {},
      halfDayId ? { id: halfDayId } : {},
      cohortId ? { cohortId } : {},
      trainerId ? { trainerId } : {},
      roomId ? { roomId } : {},
    ],
  };
}

async function brokenIn(ctx: Ctx, cohort: CohortRow, query: Query): Promise<BrokenHalfDay[]> {
  const stored = await loadPlan(ctx, cohort);
  const context = await contextOf(ctx, stored, absenceIn(query), query);
  const wanted = await ctx.db.halfDay.findMany({
    where: { AND: [asked(ctx, query), { cohortId: cohort.id }] },
    select: { id: true },
  });
  const ids = new Set(wanted.map(({ id }) => id));
  const names = { trainers: namesOf(context.trainers), rooms: namesOf(context.rooms) };
  return context.halfDays
    .filter(({ id }) => ids.has(id))
    .flatMap((halfDay): BrokenHalfDay[] => {
      const problems = problemsOf(halfDay, context);
      const row = stored.halfDays.find(({ id }) => id === halfDay.id);
      if (problems.length === 0 || row === undefined) return [];
      return [
        {
          halfDay: presentHalfDay(ctx, stored, row),
          problems: problems.map((code) => ({
            code,
            detail: problemText(code, nameFor(code, halfDay, names))[ctx.locale],
          })),
          repairs: repairsOf(halfDay, context).map((repair) => ({
            kind: repair.kind,
            detail: repairText(repair)[ctx.locale],
            costs: repair.costs.map((cost) => costText(cost)[ctx.locale]),
            edit: repair.edits.map((edit) => ({ ...edit })),
            day: repair.day,
            slot: repair.slot,
          })),
        },
      ];
    });
}

interface Names {
  readonly trainers: ReadonlyMap<string, string>;
  readonly rooms: ReadonlyMap<string, string>;
}

function namesOf(resources: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  return new Map(resources.map(({ id, name }) => [id, name]));
}

function nameFor(problem: string, { trainerId, roomId }: RepairHalfDay, { trainers, rooms }: Names): string | null {
  return (problem.startsWith("trainer") ? trainers.get(trainerId ?? "") : rooms.get(roomId ?? "")) ?? null;
}

/** Asked for a trainer or a room, they are looked at as if they were not to be had on those days. */
function absenceIn({ trainerId, roomId, from, to, slot }: Query): Absence | null {
  const id = trainerId ?? roomId;
  if (id === undefined) return null;
  return { id, unavailability: { from, to, weekdays: [], everyWeeks: 1, slot: slot ?? null, reason: null } };
}

function checkSpan({ from, to }: Query): void {
  const latest = civilDayAt(addMonths(dayNumberOf(from), mostMonths));
  if (from <= to && to <= latest) return;
  const detail = text(({ day }) => ({
    fr: `Avec ce début, la fin va du ${day(from)} au ${day(latest)}.`,
    en: `With this beginning, the end is between ${day(from)} and ${day(latest)}.`,
  }));
  const errors = [{ pointer: "query/to", code: "span", detail, facts: { from, to, latest } }];
  throw new ApiError("request_invalid", { detail, errors });
}

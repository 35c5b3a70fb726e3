import type { InputOf, ResponseOf } from "@passerelle/contracts/http";
import type { BrokenHalfDay, repairList } from "@passerelle/contracts/repairs";
import type { RepairContext, RepairEdit } from "@passerelle/domain/planning/repair";
import { problemsOf, repairsOf } from "@passerelle/domain/planning/repairs";
import { addMonths, civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { ApiError } from "../../core/api-error.ts";
import { toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { text } from "../../core/wording.ts";
import { visibleCohorts } from "../cohorts/cohorts.policy.ts";
import { cohortInclude } from "../cohorts/cohorts.queries.ts";
import type { PlanRow } from "../plans/plan-rows.ts";
import { presentHalfDay } from "../plans/plans.present.ts";
import { findStaff, type StoredStaff } from "../plans/staff.queries.ts";
import { type HalfDayRow, loadDraftedPlans, type StoredPlan } from "../plans/stored-plan.ts";
import { type Absence, busyBetween, contextOf, withAbsence } from "./repair-context.ts";
import { costText, problemText, repairText } from "./repair-texts.ts";

type Query = InputOf<typeof repairList>["query"];

const mostMonths = 3;
const atMost = 50;

/** As far as a repair looks around a half-day, and the rest of the week. */
const daysAround = 28;

/** The half-days that cannot be held as planned, each with the ways to hold it all the same: as many reads for many as for one. */
export async function listRepairs(ctx: Ctx, query: Query): Promise<ResponseOf<typeof repairList>> {
  checkSpan(query);
  const staff = withAbsence(await findStaff(ctx, null, null), absenceIn(query));
  const plans = await plansAsked(ctx, query);
  const broken = findBroken(ctx, query, plans, staff);
  const told = broken.slice(0, atMost);
  const busy = await busyAround(ctx, told);
  const contexts = new Map(plans.map((stored) => [stored, contextOf(ctx, stored, staff, busy)]));
  const items = told.flatMap(({ stored, id }) => {
    const [context, row] = [contexts.get(stored), stored.halfDays.find((each) => each.id === id)];
    return context && row ? [present(ctx, stored, context, row)] : [];
  });
  return { items, more: broken.length > atMost };
}

interface Broken extends PlanRow {
  readonly stored: StoredPlan;
}

/** Those of the half-days asked for that have something wrong, earliest first. */
function findBroken(ctx: Ctx, query: Query, plans: readonly StoredPlan[], staff: StoredStaff): Broken[] {
  const present = { trainers: byId(staff.trainers), rooms: byId(staff.rooms) };
  return plans
    .flatMap((stored) => stored.rows.halfDays.map((row) => ({ ...row, stored })))
    .filter((row) => {
      if (!isAsked(ctx, query, row)) return false;
      const trainers = present.trainers.get(row.trainerId ?? "");
      const rooms = present.rooms.get(row.roomId ?? "");
      return problemsOf(row, { trainers: trainers ? [trainers] : [], rooms: rooms ? [rooms] : [] }).length > 0;
    })
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id));
}

function byId<Each extends { readonly id: string }>(all: readonly Each[]): ReadonlyMap<string, Each> {
  return new Map(all.map((each) => [each.id, each]));
}

/** The drafted plans that may have half-days on the days asked for: published there, or perhaps drafted there. */
async function plansAsked(ctx: Ctx, { from, to, cohortId }: Query): Promise<StoredPlan[]> {
  const there = { some: { day: { gte: toColumn(from), lte: toColumn(to) } } };
  const cohorts = await ctx.db.cohort.findMany({
    where: {
      AND: [
        visibleCohorts(ctx.actor),
        { cancelledReason: null, ...(cohortId !== undefined && { id: cohortId }) },
        { OR: [{ halfDays: there }, { planChanges: { some: { state: "drafted" } } }] },
      ],
    },
    include: cohortInclude,
  });
  return loadDraftedPlans(ctx, cohorts);
}

/** Planned half-days of the days asked for; what has passed is no longer repaired. */
function isAsked(ctx: Ctx, { from, to, slot, halfDayId, trainerId, roomId }: Query, row: PlanRow): boolean {
  const first = from < today(ctx) ? today(ctx) : from;
  if (row.state !== "planned" || row.day < first || row.day > to) return false;
  const narrowed = [
    [slot, row.slot],
    [halfDayId, row.id],
    [trainerId, row.trainerId],
    [roomId, row.roomId],
  ];
  return narrowed.every(([asked, has]) => asked === undefined || asked === has);
}

async function busyAround(ctx: Ctx, broken: readonly Broken[]): Promise<Awaited<ReturnType<typeof busyBetween>>> {
  const [first, last] = [broken[0], broken.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const [from, to] = [dayNumberOf(first.day) - daysAround, dayNumberOf(last.day) + daysAround];
  return busyBetween(ctx, civilDayAt(from), civilDayAt(to));
}

function present(ctx: Ctx, stored: StoredPlan, context: RepairContext, row: HalfDayRow): BrokenHalfDay {
  const halfDay = context.halfDays.find(({ id }) => id === row.id);
  const problems = halfDay === undefined ? [] : problemsOf(halfDay, context);
  const repairs = halfDay === undefined ? [] : repairsOf(halfDay, context);
  const nameOf = (all: RepairContext["trainers" | "rooms"], id: string | null) =>
    all.find((each) => each.id === id)?.name ?? null;
  const names = { trainer: nameOf(context.trainers, row.trainerId), room: nameOf(context.rooms, row.roomId) };
  return {
    halfDay: presentHalfDay(ctx, stored, row),
    problems: problems.map((code) => ({
      code,
      detail: problemText(code, code.startsWith("trainer") ? names.trainer : names.room)[ctx.locale],
    })),
    repairs: repairs.map((repair) => ({
      kind: repair.kind,
      detail: repairText(repair)[ctx.locale],
      costs: repair.costs.map((cost) => costText(cost)[ctx.locale]),
      edit: repair.edits.map(editOf),
      day: repair.day,
      slot: repair.slot,
    })),
  };
}

function editOf({ competencyCodes, ...edit }: RepairEdit): BrokenHalfDay["repairs"][number]["edit"][number] {
  return { ...edit, ...(competencyCodes && { competencyCodes: [...competencyCodes] }) };
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

import { isDeepStrictEqual } from "node:util";
import type { StageDay, StageWeek } from "@passerelle/contracts/stage-weeks";
import { type IsoWeek, mondayOf } from "@passerelle/domain/placement/iso-week";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canLogWeek } from "./stage-weeks.policy.ts";
import { daysLogged, presentStageWeek } from "./stage-weeks.present.ts";
import { findStageWeek, lockWeekOf, type StageWeekRow } from "./stage-weeks.queries.ts";
import { cannotLog, refuseFaults, refuseOthers, weekFaults } from "./week-faults.ts";

interface NamedWeek {
  readonly enrolmentId: string;
  readonly week: IsoWeek;
}

/**
 * Writes the days of a week whole, as a draft, which it makes when there is none; what is already written so stays as it
 * is. A week never logged has version 0.
 */
export function logStageWeek(
  ctx: Ctx,
  { enrolmentId, week }: NamedWeek,
  body: { readonly days: readonly StageDay[] },
  ifMatch: IfMatch,
): Promise<StageWeek> {
  return transaction(ctx, async (ctx) => {
    const { enrolment, row } = await lockWeekOf(ctx, enrolmentId, week);
    const state = row?.state ?? "draft";
    const ability = canLogWeek(ctx.actor, { state, enrolment });
    refuseOthers(ability);
    await checkVersion(ifMatch, "accepted", row?.version ?? 0, () => row && presentStageWeek(ctx.actor, row));
    if (!ability.allowed) throw cannotLog(state, enrolment);
    refuseFaults(weekFaults(ctx, enrolment, week, body.days));
    const days = body.days.toSorted((one, other) => (one.day < other.day ? -1 : 1));
    const before = row && daysLogged(row);
    if (row && isDeepStrictEqual(before, days)) return presentStageWeek(ctx.actor, row);
    const stageWeekId = await write(ctx, row, { enrolmentId, week }, days);
    await append(ctx, {
      type: "stage-week.logged",
      entityId: stageWeekId,
      from: before && { minutes: minutesByDay(before) },
      to: { enrolmentId, week, minutes: minutesByDay(days) },
    });
    return presentStageWeek(ctx.actor, await findStageWeek(ctx, stageWeekId));
  });
}

async function write(
  ctx: Ctx,
  row: StageWeekRow | null,
  { enrolmentId, week }: NamedWeek,
  days: readonly StageDay[],
): Promise<string> {
  const rows = days.map(({ day, minutes, activity }) => ({ day: toColumn(day), minutes, activity }));
  if (row === null) {
    const { id } = await ctx.db.stageWeek.create({
      data: { enrolmentId, monday: toColumn(mondayOf(week)), days: { create: rows } },
    });
    return id;
  }
  await ctx.db.stageWeek.update({
    where: { id: row.id },
    data: { version: { increment: 1 }, days: { deleteMany: {}, create: rows } },
  });
  return row.id;
}

/** What an event keeps of the days: never what was done, which may speak of people (G7). */
function minutesByDay(days: readonly Pick<StageDay, "day" | "minutes">[]): Record<string, number> {
  return Object.fromEntries(days.map(({ day, minutes }) => [day, minutes]));
}

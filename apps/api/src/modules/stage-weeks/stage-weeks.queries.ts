import type { InputOf } from "@passerelle/contracts/http";
import type { stageHoursList, stageWeekList } from "@passerelle/contracts/stage-weeks";
import { type IsoWeek, mondayOf } from "@passerelle/domain/placement/iso-week";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeDay, placeOf } from "../../http/paging.ts";
import { lockEnrolment } from "../enrolments/enrolments.queries.ts";
import { visibleWeeks } from "./stage-weeks.policy.ts";

const placed = {
  person: { include: { user: { select: { id: true, deactivatedAt: true } } } },
  cohort: { select: { name: true, startsOn: true } },
} satisfies Prisma.EnrolmentInclude;
export type PlacedEnrolment = Prisma.EnrolmentGetPayload<{ include: typeof placed }>;

const whole = {
  enrolment: { include: placed },
  days: { orderBy: { day: "asc" } },
} satisfies Prisma.StageWeekInclude;
export type StageWeekRow = Prisma.StageWeekGetPayload<{ include: typeof whole }>;

/** The week if the caller may see it, else 404. */
export async function findStageWeek(ctx: Ctx, stageWeekId: string): Promise<StageWeekRow> {
  const row = await ctx.db.stageWeek.findFirst({
    where: { AND: [{ id: stageWeekId }, visibleWeeks(ctx.actor)] },
    include: whole,
  });
  if (row === null) throw notFound();
  return row;
}

/**
 * The same, its enrolment locked until the transaction ends: whatever happens to the weeks of one trainee happens one
 * after the other.
 */
export async function lockStageWeek(ctx: Ctx, stageWeekId: string): Promise<StageWeekRow> {
  await ctx.db.$queryRaw`
    select 1 from enrolment
    where id = (select enrolment_id from stage_week where id = ${stageWeekId}::uuid) for update`;
  return findStageWeek(ctx, stageWeekId);
}

/** An enrolment the caller may see, locked, and its week of that name if it was ever logged. */
export async function lockWeekOf(
  ctx: Ctx,
  enrolmentId: string,
  week: IsoWeek,
): Promise<{ enrolment: PlacedEnrolment; row: StageWeekRow | null }> {
  const { id } = await lockEnrolment(ctx, enrolmentId);
  const enrolment = await ctx.db.enrolment.findUniqueOrThrow({ where: { id }, include: placed });
  const row = await ctx.db.stageWeek.findUnique({
    where: { enrolmentId_monday: { enrolmentId, monday: toColumn(mondayOf(week)) } },
    include: whole,
  });
  return { enrolment, row };
}

type WeekQuery = InputOf<typeof stageWeekList>["query"];
const weekPlace = z.object({ monday: placeDay, id: z.uuid() });

/** One row more than the limit, by Monday and identifier. */
export function listStageWeeks(ctx: Ctx, query: WeekQuery): Promise<StageWeekRow[]> {
  const after = placeOf(query.cursor, weekPlace);
  const monday = after && toColumn(after.monday);
  const isLatestFirst = query.sort === "-monday";
  return ctx.db.stageWeek.findMany({
    where: {
      AND: [
        ofWeeks(ctx, query),
        monday
          ? { OR: [{ monday: isLatestFirst ? { lt: monday } : { gt: monday } }, { monday, id: { gt: after.id } }] }
          : {},
      ],
    },
    include: whole,
    orderBy: [{ monday: isLatestFirst ? "desc" : "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
}

/** Where the next page begins after this week. */
export function placeAfterWeek({ monday, id }: StageWeekRow): z.infer<typeof weekPlace> {
  return { monday: fromColumn(monday), id };
}

type HoursQuery = InputOf<typeof stageHoursList>["query"];
const hoursPlace = z.object({ day: placeDay, stageWeekId: z.uuid() });
const withWeek = {
  stageWeek: { select: { enrolmentId: true, state: true } },
} satisfies Prisma.StageDayInclude;
export type StageHoursRow = Prisma.StageDayGetPayload<{ include: typeof withWeek }>;

/** One row more than the limit, by day and week. */
export function listStageHours(ctx: Ctx, query: HoursQuery): Promise<StageHoursRow[]> {
  const after = placeOf(query.cursor, hoursPlace);
  const day = after && toColumn(after.day);
  return ctx.db.stageDay.findMany({
    where: {
      AND: [
        { stageWeek: ofWeeks(ctx, query) },
        query.from ? { day: { gte: toColumn(query.from) } } : {},
        query.to ? { day: { lte: toColumn(query.to) } } : {},
        day ? { OR: [{ day: { gt: day } }, { day, stageWeekId: { gt: after.stageWeekId } }] } : {},
      ],
    },
    include: withWeek,
    orderBy: [{ day: "asc" }, { stageWeekId: "asc" }],
    take: query.limit + 1,
  });
}

/** Where the next page begins after this day. */
export function placeAfterDay({ day, stageWeekId }: StageHoursRow): z.infer<typeof hoursPlace> {
  return { day: fromColumn(day), stageWeekId };
}

function ofWeeks(
  ctx: Ctx,
  { enrolmentId, cohortId, state }: Pick<WeekQuery, "enrolmentId" | "cohortId" | "state">,
): Prisma.StageWeekWhereInput {
  return {
    AND: [
      visibleWeeks(ctx.actor),
      enrolmentId ? { enrolmentId } : {},
      cohortId ? { enrolment: { cohortId } } : {},
      state ? { state } : {},
    ],
  };
}

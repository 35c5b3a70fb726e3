import type { WorkList } from "@passerelle/contracts/progress";
import { covers } from "@passerelle/domain/planning/resources";
import { civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { z } from "zod";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { findStaff, type StoredStaff } from "../plans/staff.queries.ts";
import { atMost } from "./work-list.queries.ts";

const weeksAhead = 8;

type ToStaff = WorkList["halfDaysToStaff"][number];

export const comingHalfDay = z.strictObject({
  cohortId: z.uuid(),
  cohortName: z.string(),
  kind: z.enum(["teaching", "exam"]),
  day: z.iso.date(),
  slot: z.enum(["am", "pm"]),
  trainerId: z.uuid().nullable(),
  roomId: z.uuid().nullable(),
  remote: z.boolean(),
});
export type ComingHalfDay = z.infer<typeof comingHalfDay>;

/** Planned half-days from $1 to $2, by day; a cancelled cohort has none. */
export const comingStatement: Statement = {
  name: "work_list_half_days",
  text: `
    select c.id as "cohortId", c.name as "cohortName", h.kind, h.day::text, h.slot, h.trainer_id as "trainerId",
      h.room_id as "roomId", h.remote
    from half_day h
    join cohort c on c.id = h.cohort_id
    where h.state = 'planned' and h.day between $1 and $2
    order by h.day, h.slot, c.name, h.id`,
};

/** What stands in the way of half-days of the next weeks, by cohort and by trainer or room, the first to come first. */
export async function listHalfDaysToStaff(ctx: Ctx): Promise<ToStaff[]> {
  const until = civilDayAt(dayNumberOf(today(ctx)) + 7 * weeksAhead);
  const halfDays = await rowsOf<ComingHalfDay>(ctx, comingStatement, [today(ctx), until]);
  const staff = await findStaff(
    ctx,
    [...new Set(halfDays.flatMap(({ trainerId }) => trainerId ?? []))],
    [...new Set(halfDays.flatMap(({ roomId }) => roomId ?? []))],
  );
  return groupProblems(halfDays.flatMap((halfDay) => problemsOf(halfDay, staff))).slice(0, atMost);
}

/** An exam needs a room but nobody who teaches; what is at a distance needs no room. */
function problemsOf(halfDay: ComingHalfDay, { trainers, rooms }: StoredStaff): ToStaff[] {
  const { cohortId, cohortName, kind, day, slot, trainerId, roomId, remote } = halfDay;
  const problem = (of: Pick<ToStaff, "problem"> & Partial<ToStaff>): ToStaff => ({
    cohortId,
    cohortName,
    trainerId: null,
    roomId: null,
    name: null,
    count: 1,
    firstDay: day,
    lastDay: day,
    ...of,
  });
  const isAway = ({ unavailabilities }: StoredStaff["trainers" | "rooms"][number]) =>
    unavailabilities.some((each) => covers(each, day, slot));
  const trainer = trainers.find(({ id }) => id === trainerId);
  const room = rooms.find(({ id }) => id === roomId);
  return [
    ...(trainer !== undefined && isAway(trainer)
      ? [problem({ problem: "trainer_unavailable", trainerId, name: trainer.name })]
      : []),
    ...(room !== undefined && isAway(room) ? [problem({ problem: "room_unavailable", roomId, name: room.name })] : []),
    ...(trainerId === null && kind === "teaching" ? [problem({ problem: "trainer_missing" })] : []),
    ...(roomId === null && !remote ? [problem({ problem: "room_missing" })] : []),
  ];
}

function groupProblems(problems: readonly ToStaff[]): ToStaff[] {
  const keyOf = ({ cohortId, problem, trainerId, roomId }: ToStaff) => [cohortId, problem, trainerId, roomId].join();
  return [...Map.groupBy(problems, keyOf).values()].flatMap((together) => {
    const [first, last] = [together[0], together.at(-1)];
    return first && last ? [{ ...first, count: together.length, lastDay: last.firstDay }] : [];
  });
}

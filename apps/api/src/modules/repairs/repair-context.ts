import type { RepairContext, RepairHalfDay } from "@passerelle/domain/planning/repair";
import type { Busy, Unavailability } from "@passerelle/domain/planning/resources";
import { fromColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { codesOf, type StoredStaff } from "../plans/staff.queries.ts";
import { type HalfDayRow, isLive, type StoredPlan } from "../plans/stored-plan.ts";
import { slotTimesOf } from "../plans/adopted-rows.ts";

/** Somebody, or a room, looked at as if not to be had. */
export interface Absence {
  readonly id: string;
  readonly unavailability: Unavailability;
}

/** Everybody and every room, one of them as if not to be had. */
export function withAbsence({ trainers, rooms }: StoredStaff, absence: Absence | null): StoredStaff {
  const withIt = <Each extends StoredStaff["trainers" | "rooms"][number]>(each: Each): Each =>
    absence === null || each.id !== absence.id
      ? each
      : { ...each, unavailabilities: [...each.unavailabilities, absence.unavailability] };
  return { trainers: trainers.map(withIt), rooms: rooms.map(withIt) };
}

interface BusyRow extends Busy {
  readonly cohortId: string;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

/** Live half-days from $1 to $2 that somebody teaches or that have a room. */
const busyStatement: Statement = {
  name: "repair_busy",
  text: `
    select h.cohort_id as "cohortId", h.trainer_id as "trainerId", h.room_id as "roomId", c.name as "cohortName",
      to_char(h.starts_at, 'YYYY-MM-DD"T"HH24:MI') as "startsAt", to_char(h.ends_at, 'YYYY-MM-DD"T"HH24:MI') as "endsAt"
    from half_day h join cohort c on c.id = h.cohort_id
    where h.day between $1 and $2 and h.state <> 'cancelled' and num_nonnulls(h.trainer_id, h.room_id) > 0
    order by h.starts_at, h.id`,
};

/** What trainers and rooms do between two days, by their identifiers. */
export async function busyBetween(ctx: Ctx, from: string, to: string): Promise<ReadonlyMap<string, BusyRow[]>> {
  const rows = await rowsOf<BusyRow>(ctx, busyStatement, [from, to]);
  const taken = rows.flatMap((row) => [row.trainerId ?? [], row.roomId ?? []].flat().map((id) => ({ id, row })));
  return new Map([...Map.groupBy(taken, ({ id }) => id)].map(([id, each]) => [id, each.map(({ row }) => row)]));
}

/** What repairs of a cohort's half-days may draw on: who is there, and what they do with other cohorts. */
export function contextOf(
  ctx: Ctx,
  { cohort, programme, shape, calendar, halfDays }: StoredPlan,
  staff: StoredStaff,
  busy: ReadonlyMap<string, BusyRow[]>,
): RepairContext {
  const elsewhere = ({ id }: { readonly id: string }) =>
    (busy.get(id) ?? []).filter(({ cohortId }) => cohortId !== cohort.id);
  return {
    halfDays: halfDays.filter(isLive).map(repairHalfDay),
    trainers: staff.trainers.map((trainer) => ({
      ...trainer,
      competencyCodes: codesOf(trainer, programme.titleVersionId),
      busy: elsewhere(trainer),
    })),
    rooms: staff.rooms.map((room) => ({ ...room, busy: elsewhere(room) })),
    competenciesOf: new Map(shape.blocks.map(({ code, competencies = [] }) => [code, competencies])),
    calendar,
    times: slotTimesOf(programme),
    seats: cohort.capacity,
    siteName: cohort.site?.name ?? null,
    today: today(ctx),
  };
}

function repairHalfDay(row: HalfDayRow): RepairHalfDay {
  return {
    id: row.id,
    sessionId: row.sessionId,
    day: fromColumn(row.day),
    slot: row.slot,
    blockCode: row.block?.code ?? null,
    competencyCodes: row.competencies.map(({ competency }) => competency.code),
    trainerId: row.trainerId,
    roomId: row.roomId,
    remote: row.remote,
    isPlanned: row.state === "planned",
  };
}

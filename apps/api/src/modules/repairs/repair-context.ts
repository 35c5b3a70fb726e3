import type { RepairContext, RepairHalfDay } from "@passerelle/domain/planning/repair";
import type { Resource, Unavailability } from "@passerelle/domain/planning/resources";
import { civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { fromColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { everyResource } from "../plans/proposal-resources.queries.ts";
import { type HalfDayRow, isLive, type StoredPlan } from "../plans/stored-plan.ts";

/** Somebody, or a room, looked at as if not to be had. */
export interface Absence {
  readonly id: string;
  readonly unavailability: Unavailability;
}

const daysAround = 22;

/** What repairs of a cohort's half-days may draw on between two days: who is there, and what they do elsewhere. */
export async function contextOf(
  ctx: Ctx,
  stored: StoredPlan,
  absence: Absence | null,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<RepairContext> {
  const { cohort, programme, calendar, halfDays } = stored;
  const { trainers, rooms } = await everyResource(ctx, {
    cohortId: cohort.id,
    titleVersionId: programme.titleVersionId,
    notBefore: civilDayAt(dayNumberOf(from) - daysAround),
    notAfter: civilDayAt(dayNumberOf(to) + daysAround),
  });
  return {
    halfDays: halfDays.filter(isLive).map(repairHalfDay),
    trainers: trainers.map((each) => withAbsence(each, absence)),
    rooms: rooms.map((each) => withAbsence(each, absence)),
    competenciesOf: new Map(stored.shape.blocks.map(({ code, competencies = [] }) => [code, competencies])),
    calendar,
    times: {
      am: { start: programme.amStart, end: programme.amEnd },
      pm: { start: programme.pmStart, end: programme.pmEnd },
    },
    seats: cohort.capacity,
    siteName: cohort.site?.name ?? null,
    today: today(ctx),
  };
}

function withAbsence<Kind extends Resource>(resource: Kind, absence: Absence | null): Kind {
  if (resource.id !== absence?.id) return resource;
  return { ...resource, unavailabilities: [...resource.unavailabilities, absence.unavailability] };
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

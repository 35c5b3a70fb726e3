import { toColumn, toLocalColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { PlanRow, PlanRows } from "./plan-rows.ts";
import type { HalfDayRow, PlanProgrammeRow } from "./stored-plan.ts";

/** The names of the trainers and rooms that rows give by identifier. */
export interface Names {
  readonly trainers: ReadonlyMap<string, NonNullable<HalfDayRow["trainer"]>>;
  readonly rooms: ReadonlyMap<string, NonNullable<HalfDayRow["room"]>>;
}

/** Those that plans need, in two reads at most. */
export async function namesIn(ctx: Ctx, plans: readonly PlanRows[]): Promise<Names> {
  const halfDays = plans.flatMap((rows) => rows.halfDays);
  const trainerIds = new Set(halfDays.flatMap(({ trainerId }) => trainerId ?? []));
  const roomIds = new Set(halfDays.flatMap(({ roomId }) => roomId ?? []));
  const trainers =
    trainerIds.size === 0
      ? []
      : await ctx.db.trainer.findMany({
          where: { id: { in: [...trainerIds] } },
          select: { id: true, person: { select: { givenName: true, usualName: true } } },
        });
  const rooms =
    roomIds.size === 0
      ? []
      : await ctx.db.room.findMany({
          where: { id: { in: [...roomIds] } },
          select: { id: true, name: true, site: { select: { name: true } } },
        });
  return {
    trainers: new Map(trainers.map(({ id, person }) => [id, { person }])),
    rooms: new Map(rooms.map(({ id, name, site }) => [id, { name, site }])),
  };
}

/** A row with the names of what it is taught with; competencies in the programme's order. */
export function namedHalfDay(cohortId: string, programme: PlanProgrammeRow, row: PlanRow, names: Names): HalfDayRow {
  const { competencyIds, ...columns } = row;
  const block = programme.blocks.find((each) => each.block.id === row.blockId)?.block ?? null;
  const competencies = block?.competencies.filter(({ id }) => competencyIds.includes(id)) ?? [];
  return {
    ...columns,
    cohortId,
    day: toColumn(row.day),
    startsAt: toLocalColumn(row.startsAt.slice(0, 10), row.startsAt.slice(11)),
    endsAt: toLocalColumn(row.endsAt.slice(0, 10), row.endsAt.slice(11)),
    block: block && { code: block.code },
    trainer: row.trainerId === null ? null : (names.trainers.get(row.trainerId) ?? null),
    room: row.roomId === null ? null : (names.rooms.get(row.roomId) ?? null),
    competencies: competencies.map(({ code, title }) => ({ competency: { code, title } })),
  };
}

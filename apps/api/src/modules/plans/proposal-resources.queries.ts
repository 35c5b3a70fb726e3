import type {
  Busy,
  Resource,
  RoomResource,
  TrainerResource,
  Unavailability,
} from "@passerelle/domain/planning/resources";
import type { Prisma } from "../../generated/prisma/client.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { trainerName } from "../trainers/trainers.present.ts";

/** A trainer or a room, and whether it is retired by today. */
export type Found<Kind extends Resource> = Kind & { readonly isRetired: boolean };

/** Between which days, beside which cohort, and for which edition's competencies. */
export interface Span {
  readonly cohortId: string;
  readonly titleVersionId: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** Those of these identifiers that exist, with all that keeps them away between the days, by identifier. */
export async function askedResources(
  ctx: Ctx,
  span: Span,
  asked: { readonly trainerIds: readonly string[]; readonly roomIds: readonly string[] },
): Promise<{ trainers: Map<string, Found<TrainerResource>>; rooms: Map<string, Found<RoomResource>> }> {
  const { notBefore, notAfter } = span;
  const [trainers, rooms, busy] = await Promise.all([
    findTrainers(ctx, span, { id: { in: [...asked.trainerIds] } }),
    findRooms(ctx, span, { id: { in: [...asked.roomIds] } }),
    busyOf(ctx, [span.cohortId, asked.trainerIds, asked.roomIds, notBefore, notAfter, null]),
  ]);
  return { trainers: byId(withBusy(trainers, busy)), rooms: byId(withBusy(rooms, busy)) };
}

/** Every other one that is not retired, with what they are busy with on some days only; rooms of the site first. */
export async function otherResources(
  ctx: Ctx,
  span: Span,
  { trainerIds, roomIds, siteId, days }: Asked,
): Promise<{ trainers: TrainerResource[]; rooms: RoomResource[] }> {
  const inService = { OR: [{ retiredOn: null }, { retiredOn: { gt: toColumn(today(ctx)) } }] };
  const [trainers, rooms] = await Promise.all([
    findTrainers(ctx, span, { id: { notIn: [...trainerIds] }, ...inService }),
    findRooms(ctx, span, { id: { notIn: [...roomIds] }, ...inService }),
  ]);
  const { cohortId, notBefore, notAfter } = span;
  const busy = await busyOf(ctx, [cohortId, idsOf(trainers), idsOf(rooms), notBefore, notAfter, [...days]]);
  return {
    trainers: withBusy(trainers, busy),
    rooms: withBusy(
      rooms.toSorted((a, b) => Number(b.siteId === siteId) - Number(a.siteId === siteId)),
      busy,
    ),
  };
}

interface Asked {
  readonly trainerIds: readonly string[];
  readonly roomIds: readonly string[];
  readonly siteId: string | null;
  readonly days: readonly string[];
}

async function findTrainers(ctx: Ctx, span: Span, where: Prisma.TrainerWhereInput) {
  const rows = await ctx.db.trainer.findMany({
    where,
    select: {
      id: true,
      retiredOn: true,
      person: { select: { givenName: true, usualName: true } },
      competencies: {
        where: { competency: { block: { titleVersionId: span.titleVersionId } } },
        select: { competency: { select: { code: true } } },
      },
      unavailabilities: during(span),
    },
    orderBy: [{ person: { nameKey: "asc" } }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...presenceOf(ctx, row),
    name: trainerName(row),
    competencyCodes: row.competencies.map(({ competency }) => competency.code),
  }));
}

async function findRooms(ctx: Ctx, span: Span, where: Prisma.RoomWhereInput) {
  const rows = await ctx.db.room.findMany({
    where,
    select: {
      id: true,
      retiredOn: true,
      name: true,
      siteId: true,
      capacity: true,
      site: { select: { name: true } },
      unavailabilities: during(span),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const { name, siteId, capacity, site } = row;
    return { ...presenceOf(ctx, row), name, siteId, capacity, siteName: site.name };
  });
}

function during({ notBefore, notAfter }: Span) {
  return {
    where: { from: { lte: toColumn(notAfter) }, OR: [{ to: null }, { to: { gte: toColumn(notBefore) } }] },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  } satisfies Prisma.UnavailabilityFindManyArgs;
}

interface PresenceRow {
  readonly id: string;
  readonly retiredOn: Date | null;
  readonly unavailabilities: readonly Prisma.UnavailabilityGetPayload<object>[];
}

/** From the day they retire, they are not to be had. */
function presenceOf(ctx: Ctx, { id, retiredOn, unavailabilities }: PresenceRow) {
  const away: Unavailability[] = unavailabilities.map(({ from, to, weekdays, everyWeeks, slot, reason }) => ({
    from: fromColumn(from),
    to: to && fromColumn(to),
    weekdays,
    everyWeeks,
    slot,
    reason,
  }));
  if (retiredOn === null) return { id, isRetired: false, unavailabilities: away };
  const from = fromColumn(retiredOn);
  const gone = { from, to: null, weekdays: [], everyWeeks: 1, slot: null, reason: null };
  return { id, isRetired: from <= today(ctx), unavailabilities: [...away, gone] };
}

interface BusyRow extends Busy {
  readonly id: string;
}

/** Live half-days of other cohorts that have them (T1): all those between two days, or on some of these days. */
const busyStatement: Statement = {
  name: "proposal_busy",
  text: `
    select taken.id, to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI') as "startsAt",
      to_char(ends_at, 'YYYY-MM-DD"T"HH24:MI') as "endsAt", cohort.name as "cohortName"
    from (
      select trainer_id as id, cohort_id, starts_at, ends_at, day, state from half_day
      where trainer_id = any($2::uuid[]) and tsrange(starts_at, ends_at) && tsrange($4::date, greatest($4::date, $5::date) + 1)
        and state <> 'cancelled'
      union all
      select room_id, cohort_id, starts_at, ends_at, day, state from half_day
      where room_id = any($3::uuid[]) and tsrange(starts_at, ends_at) && tsrange($4::date, greatest($4::date, $5::date) + 1)
        and state <> 'cancelled'
    ) taken
    join cohort on cohort.id = taken.cohort_id
    where taken.cohort_id <> $1::uuid and ($6::date[] is null or taken.day = any($6::date[]))
    order by starts_at, taken.id`,
};

type BusyValues = readonly [
  cohortId: string,
  trainerIds: readonly string[],
  roomIds: readonly string[],
  from: string,
  to: string,
  days: readonly string[] | null,
];

async function busyOf(ctx: Ctx, values: BusyValues): Promise<Map<string, BusyRow[]>> {
  const rows =
    ctx.pool === null
      ? await ctx.db.$queryRawUnsafe<BusyRow[]>(busyStatement.text, ...values)
      : await rowsOf<BusyRow>(ctx, busyStatement, values);
  return Map.groupBy(rows, ({ id }) => id);
}

function withBusy<Row extends { readonly id: string }>(rows: readonly Row[], busy: ReadonlyMap<string, BusyRow[]>) {
  return rows.map((row) => ({ ...row, busy: busy.get(row.id) ?? [] }));
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import type { PlanRow } from "./plan-rows.ts";

/** When and with what a half-day would be held; local times, `YYYY-MM-DDTHH:MM`. */
export interface WantedPlace {
  /** Null for one not stored yet. */
  readonly id: string | null;
  readonly cohortId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly blockCode: string | null;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

/** A half-day in the way of the wanted one of this index. */
export interface Conflict {
  readonly index: number;
  readonly kind: HalfDayConflict["kind"];
  readonly other: HalfDayConflict["other"];
}

type ConflictRow = Omit<Conflict, "other"> & Conflict["other"];

const codeOf = (id: string) => `(select code from competency_block where competency_block.id = ${id})`;

/** Published live half-days of other cohorts that meet a condition at a wanted time, by an exclusion constraint’s index. */
const inTheWay = (kind: string, condition: string) => `
      select "index", '${kind}' as kind, h.*
      from wanted cross join lateral (
        select id, cohort_id, starts_at, ends_at, trainer_id, room_id, ${codeOf("block_id")} as block_code
        from half_day
        where ${condition} and cohort_id <> "cohortId" and state <> 'cancelled'
          and tsrange(starts_at, ends_at) && during
        offset 0
      ) h`;

/**
 * T1: the half-days in the way of the wanted ones ($1): of their own plan ($2, as it is drafted), or of another cohort with
 * the same trainer or room, as published. The wanted ones are no longer where they were; but two of them may be in each
 * other's way.
 */
const conflictStatement: Statement = {
  name: "half_day_conflicts",
  text: `
    with wanted as materialized (
      select *, tsrange("startsAt", "endsAt") as during
      from jsonb_to_recordset($1::jsonb) as wanted("index" int, id uuid, "cohortId" uuid, "startsAt" timestamp,
        "endsAt" timestamp, "blockCode" text, "trainerId" uuid, "roomId" uuid)
    ), own as (
      select * from jsonb_to_recordset($2::jsonb) as own(id uuid, "startsAt" timestamp, "endsAt" timestamp,
        "blockId" uuid, "trainerId" uuid, "roomId" uuid)
      where id not in (select id from wanted where id is not null)
    ), clash as (${inTheWay("trainer", `trainer_id = "trainerId"`)}
      union all${inTheWay("room", `room_id = "roomId"`)}
      union all
      select "index", 'cohort', own.id, "cohortId", own."startsAt", own."endsAt", own."trainerId", own."roomId",
        ${codeOf(`own."blockId"`)}
      from wanted join own on tsrange(own."startsAt", own."endsAt") && during
      union all
      select later."index", 'cohort', earlier.id, earlier."cohortId", earlier."startsAt", earlier."endsAt",
        earlier."trainerId", earlier."roomId", earlier."blockCode"
      from wanted earlier
      join wanted later on earlier."index" < later."index" and earlier.during && later.during
    )
    select "index", kind, id, to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI') as "startsAt",
      to_char(ends_at, 'YYYY-MM-DD"T"HH24:MI') as "endsAt", block_code as "blockCode", cohort_id as "cohortId",
      (select name from cohort where cohort.id = cohort_id) as "cohortName",
      (
        select given_name || ' ' || usual_name from trainer join person on person.id = trainer.person_id
        where trainer.id = trainer_id
      ) as "trainerName",
      (select name from room where room.id = room_id) as "roomName"
    from clash
    order by "index", kind, starts_at, id`,
};

/** The conflicts of a cohort's wanted half-days with its own plan and all others, from a transaction or on the pool. */
export async function findConflicts(
  ctx: Ctx,
  wanted: readonly WantedPlace[],
  own: readonly PlanRow[],
): Promise<Conflict[]> {
  const live = own.filter(({ state }) => state !== "cancelled");
  const values = [
    JSON.stringify(wanted.map((each, index) => ({ ...each, index }))),
    JSON.stringify(
      live.map(({ id, startsAt, endsAt, blockId, trainerId, roomId }) => ({
        id,
        startsAt,
        endsAt,
        blockId,
        trainerId,
        roomId,
      })),
    ),
  ] as const;
  const rows =
    ctx.pool === null
      ? await ctx.db.$queryRawUnsafe<ConflictRow[]>(conflictStatement.text, ...values)
      : await rowsOf<ConflictRow>(ctx, conflictStatement, values);
  return rows.map(({ index, kind, ...other }) => ({ index, kind, other }));
}

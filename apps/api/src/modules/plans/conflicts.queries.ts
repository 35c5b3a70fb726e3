import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";

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

/** The live half-days that meet a condition at a wanted time: by the index of an exclusion constraint. */
const inTheWay = (kind: string, condition: string) => `
      select "index", '${kind}' as kind, h.*
      from wanted cross join lateral (
        select id, cohort_id, starts_at, ends_at, trainer_id, room_id,
          (select code from competency_block where competency_block.id = block_id) as block_code
        from half_day
        where ${condition} and state <> 'cancelled' and tsrange(starts_at, ends_at) && during
          and id <> all ($2::uuid[])
        offset 0
      ) h`;

/**
 * T1: the half-days in the way of the wanted ones ($1): of the same cohort, or of another one with the same trainer or
 * room. None of those in $2, the wanted ones themselves and those that will be gone; but two wanted ones may be in each
 * other's way.
 */
const conflictStatement: Statement = {
  name: "half_day_conflicts",
  text: `
    with wanted as materialized (
      select *, tsrange("startsAt", "endsAt") as during
      from jsonb_to_recordset($1::jsonb) as wanted("index" int, id uuid, "cohortId" uuid, "startsAt" timestamp,
        "endsAt" timestamp, "blockCode" text, "trainerId" uuid, "roomId" uuid)
    ), clash as (${inTheWay("cohort", `cohort_id = "cohortId"`)}
      union all${inTheWay("trainer", `trainer_id = "trainerId" and cohort_id <> "cohortId"`)}
      union all${inTheWay("room", `room_id = "roomId" and cohort_id <> "cohortId"`)}
      union all
      select later."index", 'cohort', earlier.id, earlier."cohortId", earlier."startsAt", earlier."endsAt",
        earlier."trainerId", earlier."roomId", earlier."blockCode"
      from wanted earlier
      join wanted later on earlier."index" < later."index" and earlier."cohortId" = later."cohortId"
        and earlier.during && later.during
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

/** The conflicts of wanted half-days, from a transaction or on the pool; none with those of `gone`. */
export async function findConflicts(
  ctx: Ctx,
  wanted: readonly WantedPlace[],
  gone: readonly string[] = [],
): Promise<Conflict[]> {
  const ids = [...gone, ...wanted.flatMap(({ id }) => (id === null ? [] : [id]))];
  const values = [JSON.stringify(wanted.map((each, index) => ({ ...each, index }))), ids] as const;
  const rows =
    ctx.pool === null
      ? await ctx.db.$queryRawUnsafe<ConflictRow[]>(conflictStatement.text, ...values)
      : await rowsOf<ConflictRow>(ctx, conflictStatement, values);
  return rows.map(({ index, kind, ...other }) => ({ index, kind, other }));
}

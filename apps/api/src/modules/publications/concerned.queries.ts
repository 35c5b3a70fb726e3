import { z } from "zod";
import type { EnrolmentState } from "@passerelle/domain/path/enrolment-state";
import type { Ctx } from "../../core/ctx.ts";

/** Whose timetable a plan is: who left, or completed, follows it no more. */
const followingStates: readonly EnrolmentState[] = ["enrolled", "in_training", "suspended"];

/** Somebody whom a plan may concern. */
const follower = z.strictObject({
  personId: z.uuid(),
  givenName: z.string(),
  usualName: z.string(),
  /** Of their account, else their own: who no longer has an account is written to where they said. */
  email: z.string().nullable(),
  hasAccount: z.boolean(),
  /** Their hours by block, when they are a trainee of the cohort. */
  prescribed: z.array(z.strictObject({ code: z.string(), minutes: z.int() })).nullable(),
  /** Theirs, when it is among those asked for. */
  trainerId: z.uuid().nullable(),
});
export type Follower = z.infer<typeof follower>;

interface Wanted {
  readonly cohortId: string;
  readonly trainerIds: readonly string[];
  /** Of those, this person only. */
  readonly personId?: string;
}

/** The trainees of a cohort and some trainers by name, each person once, in one read. */
export async function followersOf(ctx: Ctx, { cohortId, trainerIds, personId }: Wanted): Promise<Follower[]> {
  const rows = await ctx.db.$queryRaw<unknown[]>`
    select p.id as "personId", p.given_name as "givenName", p.usual_name as "usualName",
      coalesce(u.email, p.email) as email, u.id is not null as "hasAccount",
      e.prescribed, t.id as "trainerId"
    from person p
    left join (
      select person_id, (
        select coalesce(json_agg(json_build_object('code', code, 'minutes', prescribed_minutes) order by position), '[]')
        from enrolment_block join competency_block on competency_block.id = block_id
        where enrolment_id = enrolment.id
      ) as prescribed
      from enrolment
      where cohort_id = ${cohortId}::uuid and state = any (${followingStates}::enrolment_state[])
    ) e on e.person_id = p.id
    left join trainer t on t.person_id = p.id and t.id = any (${trainerIds}::uuid[])
    left join user_account u on u.person_id = p.id and u.deactivated_at is null
    where (e.person_id is not null or t.id is not null)
      and (${personId ?? null}::uuid is null or p.id = ${personId ?? null}::uuid)
    order by p.usual_name, p.given_name, p.id`;
  return z.array(follower).parse(rows);
}

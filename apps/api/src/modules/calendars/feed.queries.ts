import { role } from "@passerelle/contracts/roles";
import { z } from "zod";
import { hashOf } from "../../core/tokens.ts";
import type { Ctx } from "../../core/ctx.ts";
import { today } from "../../core/civil-day.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";

/** What an address leads to: whose half-days, and who asked for it. */
export const openFeed = z.strictObject({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  /** The person's row among the trainers. */
  trainerId: z.uuid().nullable(),
  cohortId: z.uuid().nullable(),
  cohortName: z.string().nullable(),
  roomId: z.uuid().nullable(),
  roomName: z.string().nullable(),
  providerName: z.string().nullable(),
  /** Of the account that asked for it, as they are now. */
  roles: z.array(role),
  lastReadOn: z.iso.date().nullable(),
});
export type OpenFeed = z.infer<typeof openFeed>;

/** The address in use whose secret has this hash ($1), unless the account that asked for it is deactivated. */
export const openFeedStatement: Statement = {
  name: "calendar_feed_open",
  text: `
    select f.id, f.person_id as "personId", t.id as "trainerId", f.cohort_id as "cohortId", c.name as "cohortName",
      f.room_id as "roomId", r.name as "roomName", (select name from training_provider) as "providerName",
      u.roles::text[] as roles, f.last_read_on::text as "lastReadOn"
    from calendar_feed f
    join user_account u on u.id = f.created_by
    left join trainer t on t.person_id = f.person_id
    left join cohort c on c.id = f.cohort_id
    left join room r on r.id = f.room_id
    where f.hash = $1 and f.revoked_at is null and u.deactivated_at is null`,
};

const readStatement: Statement = {
  name: "calendar_feed_read_on",
  text: `update calendar_feed set last_read_on = $2 where id = $1 and last_read_on is distinct from $2::date`,
};

/** The feed behind a secret; null when none is open. */
export async function findOpenFeed(ctx: Ctx, secret: string): Promise<OpenFeed | null> {
  const [feed] = await rowsOf<OpenFeed>(ctx, openFeedStatement, [hashOf(secret)]);
  return feed ?? null;
}

/** Keeps the day of the reading, once a day; a calendar is served whether or not this can be written. */
export async function keepReadDay(ctx: Ctx, { id, lastReadOn }: OpenFeed): Promise<void> {
  if (lastReadOn === today(ctx)) return;
  try {
    await rowsOf(ctx, readStatement, [id, today(ctx)]);
  } catch (error) {
    ctx.log.warn({ err: error }, "the day a calendar was read could not be kept");
  }
}

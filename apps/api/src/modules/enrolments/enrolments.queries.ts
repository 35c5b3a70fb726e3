import type { enrolmentList } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { enrolmentStates, isLive } from "@passerelle/domain/path/enrolment-state";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeOf, placeText } from "../../http/paging.ts";
import { nameMatches } from "../people/people-search.ts";
import { visibleEnrolments, visibleEnrolmentsSql } from "./enrolments.policy.ts";

const whole = {
  person: { include: { user: { select: { id: true } } } },
  cohort: { include: { programme: { include: { titleVersion: true, blocks: { include: { block: true } } } } } },
  blocks: { include: { block: true } },
  waivers: { where: { lapsedOn: null } },
} satisfies Prisma.EnrolmentInclude;
export type EnrolmentRow = Prisma.EnrolmentGetPayload<{ include: typeof whole }>;

/** The enrolment if the caller may see it, else 404. */
export async function findEnrolment(ctx: Ctx, enrolmentId: string): Promise<EnrolmentRow> {
  const row = await ctx.db.enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(ctx.actor)] },
    include: whole,
  });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever changes an enrolment, its weeks or its results goes through here. */
export async function lockEnrolment(ctx: Ctx, enrolmentId: string): Promise<EnrolmentRow> {
  await ctx.db.$queryRaw`select 1 from enrolment where id = ${enrolmentId}::uuid for update`;
  return findEnrolment(ctx, enrolmentId);
}

const byName = z.object({ usualName: placeText, givenName: placeText, id: z.uuid() });
type ListQuery = InputOf<typeof enrolmentList>["query"];

/** Enrolments by usual name, given name and identifier, one more than the limit. */
export async function listEnrolments(ctx: Ctx, query: ListQuery): Promise<EnrolmentRow[]> {
  const after = placeOf(query.cursor, byName);
  const conditions = [visibleEnrolmentsSql(ctx.actor)];
  if (query.cohortId) conditions.push(Prisma.sql`e.cohort_id = ${query.cohortId}::uuid`);
  if (query.personId) conditions.push(Prisma.sql`e.person_id = ${query.personId}::uuid`);
  if (query.state) conditions.push(Prisma.sql`e.state = ${query.state}::enrolment_state`);
  if (query.route) conditions.push(Prisma.sql`e.route = ${query.route}::enrolment_route`);
  if (query.search) conditions.push(nameMatches(query.search));
  if (after) {
    const { usualName, givenName, id } = after;
    conditions.push(Prisma.sql`(p.usual_name, p.given_name, e.id) > (${usualName}, ${givenName}, ${id}::uuid)`);
  }
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select e.id from enrolment e join person p on p.id = e.person_id
    where ${Prisma.join(conditions, " and ")}
    order by p.usual_name, p.given_name, e.id
    limit ${query.limit + 1}`;
  return ctx.db.enrolment.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: whole,
    orderBy: [{ person: { usualName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
  });
}

/** Where the next page begins after this row. */
export function placeAfter({ person, id }: EnrolmentRow): z.infer<typeof byName> {
  return { usualName: person.usualName, givenName: person.givenName, id };
}

const liveStates = enrolmentStates.filter(isLive);

/** How many seats of a cohort are taken: live enrolments that are not VAE, which takes none (A4). */
export function countSeatsTaken(ctx: Ctx, cohortId: string): Promise<number> {
  return ctx.db.enrolment.count({ where: { cohortId, route: "fpc", state: { in: liveStates } } });
}

/** The live enrolment of a person in a cohort: there is one at most (A2). */
export function findLiveEnrolment(
  ctx: Ctx,
  enrolled: { personId: string; cohortId: string },
): Promise<{ id: string } | null> {
  const { personId, cohortId } = enrolled;
  return ctx.db.enrolment.findFirst({ where: { personId, cohortId, state: { in: liveStates } }, select: { id: true } });
}

/** The minutes of an enrolment's validated weeks: the only ones that count towards the placement (P1, P4). */
export async function countValidatedMinutes(ctx: Ctx, enrolmentId: string): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ minutes: number }[]>`
    select coalesce(sum(stage_day.minutes), 0)::int as minutes
    from stage_week
    join stage_day on stage_day.stage_week_id = stage_week.id
    where stage_week.enrolment_id = ${enrolmentId}::uuid and stage_week.state = 'validated'`;
  return rows[0]?.minutes ?? 0;
}

import type { ccpResultList } from "@passerelle/contracts/ccp-results";
import type { InputOf } from "@passerelle/contracts/http";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeDay, placeOf } from "../../http/paging.ts";
import { visibleEnrolments } from "../enrolments/enrolments.policy.ts";
import { visibleCcpResults } from "./ccp-results.policy.ts";

const whole = {
  person: { include: { user: { select: { deactivatedAt: true } } } },
  block: { select: { code: true } },
} satisfies Prisma.CcpResultInclude;
export type CcpResultRow = Prisma.CcpResultGetPayload<{ include: typeof whole }>;

/** The result if the caller may see it, else 404. */
export async function findCcpResult(ctx: Ctx, ccpResultId: string): Promise<CcpResultRow> {
  const row = await ctx.db.ccpResult.findFirst({
    where: { AND: [{ id: ccpResultId }, visibleCcpResults(ctx.actor)] },
    include: whole,
  });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever publishes or annuls it goes through here. */
export async function lockCcpResult(ctx: Ctx, ccpResultId: string): Promise<CcpResultRow> {
  await ctx.db.$queryRaw`select 1 from ccp_result where id = ${ccpResultId}::uuid for update`;
  return findCcpResult(ctx, ccpResultId);
}

/** Whether somebody reads what is published, and is worth a letter. */
export function hasAccount({ person }: Pick<CcpResultRow, "person">): boolean {
  return person.user?.deactivatedAt === null;
}

const place = z.object({ decidedOn: placeDay, id: z.uuid() });

/** One row more than the limit, latest decided first. */
export function listCcpResults(ctx: Ctx, query: InputOf<typeof ccpResultList>["query"]): Promise<CcpResultRow[]> {
  const { cursor, cohortId, enrolmentId, personId } = query;
  const after = placeOf(cursor, place);
  const day = after && toColumn(after.decidedOn);
  return ctx.db.ccpResult.findMany({
    where: {
      AND: [
        visibleCcpResults(ctx.actor),
        cohortId ? { enrolment: { cohortId } } : {},
        enrolmentId ? { enrolmentId } : {},
        personId ? { personId } : {},
        day ? { OR: [{ decidedOn: { lt: day } }, { decidedOn: day, id: { lt: after.id } }] } : {},
      ],
    },
    include: whole,
    orderBy: [{ decidedOn: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
}

/** Where the next page begins after this row. */
export function placeAfter(row: CcpResultRow): z.infer<typeof place> {
  return { decidedOn: fromColumn(row.decidedOn), id: row.id };
}

const decided = {
  cohort: {
    select: {
      startsOn: true,
      programme: {
        select: {
          titleVersion: {
            select: {
              id: true,
              code: true,
              blocks: { select: { id: true, code: true }, orderBy: { position: "asc" } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.EnrolmentInclude;
export type DecidedEnrolment = Prisma.EnrolmentGetPayload<{ include: typeof decided }>;

/**
 * The enrolment a result is recorded for, null when there is none the caller may see. It is locked with its person until
 * the transaction ends: a CCP is held by the person, whichever enrolment it came from (E11), and decisions on one person
 * are recorded one after the other.
 */
export async function lockDecided(ctx: Ctx, enrolmentId: string): Promise<DecidedEnrolment | null> {
  await ctx.db.$queryRaw`
    select 1 from enrolment join person on person.id = enrolment.person_id
    where enrolment.id = ${enrolmentId}::uuid for no key update`;
  return ctx.db.enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(ctx.actor)] },
    include: decided,
  });
}

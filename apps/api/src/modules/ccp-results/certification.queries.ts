import {
  certificationState,
  type CertificationState,
  checkInterview,
} from "@passerelle/domain/certification/certification-state";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";

/** What counts towards the title: obtained, and not annulled since (E9, E11). In SQL: `obtained and annulled_on is null`. */
const standing = { obtained: true, annulledOn: null } satisfies Prisma.CcpResultWhereInput;

/** A CCP held, or the final interview passed when `blockCode` is null, by the result that says so. */
export interface Held {
  readonly ccpResultId: string;
  readonly blockCode: string | null;
  readonly decidedOn: Date;
}

export interface Certification {
  readonly state: CertificationState;
  /** By the results that count, in no order. */
  readonly held: readonly Held[];
  /** The block codes still missing, in the edition's order. */
  readonly missing: readonly string[];
}

/**
 * Where a person stands in an edition, from every enrolment of theirs: computed, never stored (E9). `publishedOnly` is
 * what the person themselves may know.
 */
export async function certificationOf(
  ctx: Pick<Ctx, "db">,
  personId: string,
  titleVersionId: string,
  { publishedOnly }: { publishedOnly: boolean },
): Promise<Certification> {
  const blocks = await ctx.db.competencyBlock.findMany({
    where: { titleVersionId },
    select: { code: true },
    orderBy: { position: "asc" },
  });
  const results = await ctx.db.ccpResult.findMany({
    where: { personId, titleVersionId, ...standing, ...(publishedOnly && { publishedOn: { not: null } }) },
    select: { id: true, decidedOn: true, block: { select: { code: true } } },
  });
  const held = results.map(({ id, decidedOn, block }) => ({
    ccpResultId: id,
    blockCode: block?.code ?? null,
    decidedOn,
  }));
  const edition = {
    blocks: blocks.map(({ code }) => code),
    held: held.map(({ blockCode }) => blockCode).filter((code) => code !== null),
  };
  const interviewPassed = held.some(({ blockCode }) => blockCode === null);
  return { state: certificationState({ ...edition, interviewPassed }), held, missing: checkInterview(edition) };
}

import type { InputOf } from "@passerelle/contracts/http";
import type { competencyBlockList, programmeList, titleVersionList } from "@passerelle/contracts/programmes";
import { z } from "zod";
import type { Prisma, TitleVersion } from "../../generated/prisma/client.ts";
import { ApiError, notFound } from "../../core/api-error.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeDay, placeOf, placeText } from "../../http/paging.ts";
import { visibleBlocks, visibleProgrammes, visibleTitleVersions } from "./programmes.policy.ts";

const withTitle = { titleVersion: true } satisfies Prisma.ProgrammeInclude;
export type ProgrammeSummaryRow = Prisma.ProgrammeGetPayload<{ include: typeof withTitle }>;

export const withCompetencies = {
  titleVersion: { select: { code: true } },
  competencies: { orderBy: { position: "asc" } },
} satisfies Prisma.CompetencyBlockInclude;
export type BlockRow = Prisma.CompetencyBlockGetPayload<{ include: typeof withCompetencies }>;

export const wholeProgramme = {
  titleVersion: true,
  blocks: { orderBy: { position: "asc" }, include: { block: { include: withCompetencies } } },
  tariffs: { orderBy: [{ validFrom: "desc" }, { code: "asc" }] },
} satisfies Prisma.ProgrammeInclude;
export type ProgrammeRow = Prisma.ProgrammeGetPayload<{ include: typeof wholeProgramme }>;

export async function findProgramme(ctx: Ctx, programmeId: string): Promise<ProgrammeRow> {
  const row = await ctx.db.programme.findFirst({
    where: { AND: [{ id: programmeId }, visibleProgrammes(ctx.actor)] },
    include: wholeProgramme,
  });
  if (row === null) throw notFound();
  return row;
}

/** A programme that a body names: one that cannot be seen is a fault of that field. */
export async function findVisibleProgramme(
  ctx: Ctx,
  programmeId: string,
  pointer: string,
): Promise<ProgrammeSummaryRow> {
  const row = await ctx.db.programme.findFirst({
    where: { AND: [{ id: programmeId }, visibleProgrammes(ctx.actor)] },
    include: withTitle,
  });
  if (row !== null) return row;
  const detail = { fr: "Ce programme n’existe pas.", en: "There is no such programme." };
  throw new ApiError("cohort_invalid", { detail, errors: [{ pointer, code: "unknown_programme", detail }] });
}

/** The same, which no import changes until the transaction ends: whoever makes something rest on a programme goes through here. */
export async function holdProgramme(ctx: Ctx, programmeId: string, pointer: string): Promise<ProgrammeSummaryRow> {
  await ctx.db.$queryRaw`select 1 from programme where id = ${programmeId}::uuid for share`;
  return findVisibleProgramme(ctx, programmeId, pointer);
}

const byName = z.object({ name: placeText, id: z.uuid() });

export function listProgrammes(
  ctx: Ctx,
  query: InputOf<typeof programmeList>["query"],
): Promise<ProgrammeSummaryRow[]> {
  const after = placeOf(query.cursor, byName);
  return ctx.db.programme.findMany({
    where: {
      AND: [
        visibleProgrammes(ctx.actor),
        query.titleVersionCode ? { titleVersion: { code: query.titleVersionCode } } : {},
        after ? { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] } : {},
      ],
    },
    include: withTitle,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
}

export async function findTitleVersion(ctx: Ctx, titleVersionId: string): Promise<TitleVersion> {
  const row = await ctx.db.titleVersion.findFirst({
    where: { AND: [{ id: titleVersionId }, visibleTitleVersions(ctx.actor)] },
  });
  if (row === null) throw notFound();
  return row;
}

const byTitle = z.object({ titleCode: placeText, from: placeDay });

/** Editions of one title never overlap (R2), so title and first day identify a row. */
export function listTitleVersions(ctx: Ctx, query: InputOf<typeof titleVersionList>["query"]): Promise<TitleVersion[]> {
  const after = placeOf(query.cursor, byTitle);
  const on = query.inForceOn && toColumn(query.inForceOn);
  return ctx.db.titleVersion.findMany({
    where: {
      AND: [
        visibleTitleVersions(ctx.actor),
        query.titleCode ? { titleCode: query.titleCode } : {},
        on ? { inForceFrom: { lte: on }, inForceTo: { gte: on } } : {},
        after
          ? {
              OR: [
                { titleCode: { gt: after.titleCode } },
                { titleCode: after.titleCode, inForceFrom: { gt: toColumn(after.from) } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ titleCode: "asc" }, { inForceFrom: "asc" }],
    take: query.limit + 1,
  });
}

export async function findBlock(ctx: Ctx, competencyBlockId: string): Promise<BlockRow> {
  const row = await ctx.db.competencyBlock.findFirst({
    where: { AND: [{ id: competencyBlockId }, visibleBlocks(ctx.actor)] },
    include: withCompetencies,
  });
  if (row === null) throw notFound();
  return row;
}

const byPosition = z.object({ edition: placeText, position: z.int32(), id: z.uuid() });

export function listBlocks(ctx: Ctx, query: InputOf<typeof competencyBlockList>["query"]): Promise<BlockRow[]> {
  const after = placeOf(query.cursor, byPosition);
  return ctx.db.competencyBlock.findMany({
    where: {
      AND: [
        visibleBlocks(ctx.actor),
        query.titleVersionCode ? { titleVersion: { code: query.titleVersionCode } } : {},
        query.programmeId ? { programmes: { some: { programmeId: query.programmeId } } } : {},
        after
          ? {
              OR: [
                { titleVersion: { code: { gt: after.edition } } },
                { titleVersion: { code: after.edition }, position: { gt: after.position } },
                { titleVersion: { code: after.edition }, position: after.position, id: { gt: after.id } },
              ],
            }
          : {},
      ],
    },
    include: withCompetencies,
    orderBy: [{ titleVersion: { code: "asc" } }, { position: "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
}

import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { ProgrammeDocument, TitleVersionDocument } from "./reference-document.ts";

/** Stores an edition as its document says; blocks and competencies keep their identifiers by their code. */
export async function writeTitleVersion(ctx: Ctx, document: TitleVersionDocument): Promise<string> {
  const { blocks, replaces, ...facts } = document;
  const columns = { ...facts, inForceFrom: toColumn(facts.inForceFrom), inForceTo: toColumn(facts.inForceTo) };
  const { id } = await ctx.db.titleVersion.upsert({
    where: { code: document.code },
    create: columns,
    update: { ...columns, version: { increment: 1 } },
    select: { id: true },
  });
  const competencies = blocks.flatMap((block) => block.competencies.map(({ code }) => code));
  await ctx.db.competency.deleteMany({ where: { titleVersionId: id, code: { notIn: competencies } } });
  for (const [index, block] of blocks.entries()) await writeBlock(ctx, id, block, index + 1);
  const kept = blocks.map(({ code }) => code);
  await ctx.db.competencyBlock.deleteMany({ where: { titleVersionId: id, code: { notIn: kept } } });
  await writeSuccession(ctx, id, replaces);
  return id;
}

async function writeBlock(
  ctx: Ctx,
  titleVersionId: string,
  { competencies, ...facts }: TitleVersionDocument["blocks"][number],
  position: number,
): Promise<void> {
  const { id: blockId } = await ctx.db.competencyBlock.upsert({
    where: { titleVersionId_code: { titleVersionId, code: facts.code } },
    create: { ...facts, titleVersionId, position },
    update: { ...facts, position, version: { increment: 1 } },
    select: { id: true },
  });
  for (const [index, { code, title, wording }] of competencies.entries()) {
    const columns = { title, verified: wording === "verified", position: index + 1, blockId };
    await ctx.db.competency.upsert({
      where: { titleVersionId_code: { titleVersionId, code } },
      create: { ...columns, code, titleVersionId },
      update: columns,
    });
  }
}

async function writeSuccession(
  ctx: Ctx,
  titleVersionId: string,
  replaces: TitleVersionDocument["replaces"],
): Promise<void> {
  const before = replaces && (await ctx.db.titleVersion.findUniqueOrThrow({ where: { code: replaces.titleVersion } }));
  await ctx.db.titleVersion.update({ where: { id: titleVersionId }, data: { replacesId: before?.id ?? null } });
  await ctx.db.competencySuccession.deleteMany({ where: { to: { titleVersionId } } });
  if (!replaces || !before) return;
  const [from, to] = [await competencyIds(ctx, before.id), await competencyIds(ctx, titleVersionId)];
  await ctx.db.competencySuccession.createMany({
    data: replaces.competencies.map((pair) => ({ fromId: from.get(pair.from) ?? "", toId: to.get(pair.to) ?? "" })),
    skipDuplicates: true,
  });
}

async function competencyIds(ctx: Ctx, titleVersionId: string): Promise<Map<string, string>> {
  const rows = await ctx.db.competency.findMany({ where: { titleVersionId }, select: { id: true, code: true } });
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Stores a programme as its document says; its blocks are those of its edition. */
export async function writeProgramme(ctx: Ctx, document: ProgrammeDocument, halfDayMinutes: number): Promise<string> {
  const { blocks, tariffs, am, pm, titleVersion, ...facts } = document;
  const edition = await ctx.db.titleVersion.findUniqueOrThrow({
    where: { code: titleVersion },
    include: { blocks: true },
  });
  const columns = {
    ...facts,
    titleVersionId: edition.id,
    halfDayMinutes,
    amStart: am.start,
    amEnd: am.end,
    pmStart: pm.start,
    pmEnd: pm.end,
  };
  const { id } = await ctx.db.programme.upsert({
    where: { code: document.code },
    create: columns,
    update: { ...columns, version: { increment: 1 } },
    select: { id: true },
  });
  const blockIds = new Map(edition.blocks.map((block) => [block.code, block.id]));
  await ctx.db.programmeBlock.deleteMany({ where: { programmeId: id } });
  await ctx.db.programmeBlock.createMany({
    data: blocks.map(({ code, minutes, examHalfDays }, index) => ({
      programmeId: id,
      blockId: blockIds.get(code) ?? "",
      minutes,
      examHalfDays,
      position: index + 1,
    })),
  });
  await writeTariffs(ctx, id, tariffs);
  return id;
}

async function writeTariffs(ctx: Ctx, programmeId: string, tariffs: ProgrammeDocument["tariffs"]): Promise<void> {
  await ctx.db.tariff.deleteMany({ where: { programmeId, code: { notIn: tariffs.map(({ code }) => code) } } });
  for (const tariff of tariffs) {
    const columns = { ...tariff, validFrom: toColumn(tariff.validFrom), validTo: toColumn(tariff.validTo) };
    await ctx.db.tariff.upsert({
      where: { programmeId_code: { programmeId, code: tariff.code } },
      create: { ...columns, programmeId },
      update: columns,
    });
  }
}

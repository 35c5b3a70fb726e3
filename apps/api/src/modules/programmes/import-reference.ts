import { isDeepStrictEqual } from "node:util";
import type { ImportResult } from "@passerelle/contracts/programmes";
import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import type { StoredEdition } from "@passerelle/domain/programme/check-edition";
import type { Prisma } from "../../generated/prisma/client.ts";
import { ApiError, type FaultText, spokenFault } from "../../core/api-error.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkImport } from "./check-import.ts";
import { findStored, inUseFaults, type Stored } from "./imported-before.ts";
import {
  comparable,
  programmeDocument,
  type TitleVersionDocument,
  titleVersionDocument,
} from "./reference-document.ts";
import { writeProgramme, writeTitleVersion } from "./write-reference.ts";

type Change = "created" | "updated" | "unchanged";

/**
 * Imports title editions and programmes, all or nothing (R1–R7). With `dryRun` nothing is written and the faults are
 * the answer; without, they are a 422. The same document again changes nothing.
 */
export function importReference(ctx: Ctx, body: unknown, dryRun: boolean): Promise<ImportResult> {
  return transaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`select 1 as locked from pg_advisory_xact_lock(hashtext('reference'))`; // one at a time
    const editions = await ctx.db.titleVersion.findMany({ include: { blocks: { include: { competencies: true } } } });
    const { document, faults } = checkImport(body, editions.map(storedEdition));
    const stored = document && (await findStored(ctx, document));
    if (document && stored) faults.push(...inUseFaults(document, stored));
    if (document === null || stored === null || faults.length > 0) return refused(ctx, faults, dryRun);
    return apply(ctx, document, stored, dryRun);
  });
}

type EditionRow = Prisma.TitleVersionGetPayload<{ include: { blocks: { include: { competencies: true } } } }>;

function storedEdition(row: EditionRow): StoredEdition {
  return {
    code: row.code,
    titleCode: row.titleCode,
    inForceFrom: fromColumn(row.inForceFrom),
    inForceTo: fromColumn(row.inForceTo),
    blocks: row.blocks.map(({ code, competencies }) => ({ code, competencies: competencies.map((each) => each.code) })),
  };
}

function refused(ctx: Ctx, faults: FaultText[], dryRun: boolean): ImportResult {
  if (!dryRun) throw new ApiError("reference_invalid", { errors: faults });
  const spoken = faults.map((fault) => spokenFault(fault, ctx.locale));
  return { ok: false, dryRun, faults: spoken, titleVersions: [], programmes: [] };
}

async function apply(ctx: Ctx, document: ReferenceImport, stored: Stored, dryRun: boolean): Promise<ImportResult> {
  const result: ImportResult = { ok: true, dryRun, faults: [], titleVersions: [], programmes: [] };
  for (const edition of document.titleVersions.toSorted(byFirstDay)) {
    const before = stored.titleVersions.get(edition.code);
    const change = changeOf(before && titleVersionDocument(before), edition);
    if (!dryRun && change !== "unchanged") {
      const id = await writeTitleVersion(ctx, edition);
      await append(ctx, {
        type: `title-version.${change}`,
        entityId: id,
        from: before && titleVersionDocument(before),
        to: edition,
      });
    }
    result.titleVersions.push({ code: edition.code, change });
  }
  for (const programme of document.programmes) {
    const before = stored.programmes.get(programme.code);
    const change = changeOf(before && programmeDocument(before), programme);
    let id = before?.id ?? null;
    if (!dryRun && change !== "unchanged") {
      id = await writeProgramme(ctx, programme, minutesOf(programme.am));
      await append(ctx, {
        type: `programme.${change}`,
        entityId: id,
        from: before && programmeDocument(before),
        to: programme,
      });
    }
    result.programmes.push({ id, code: programme.code, change });
  }
  return result;
}

/** An edition is written after the one it replaces. */
function byFirstDay(a: TitleVersionDocument, b: TitleVersionDocument): number {
  return a.inForceFrom.localeCompare(b.inForceFrom);
}

function changeOf<Document extends Parameters<typeof comparable>[0]>(
  before: Document | undefined,
  after: Document,
): Change {
  if (before === undefined) return "created";
  return isDeepStrictEqual(comparable(before), comparable(after)) ? "unchanged" : "updated";
}

/** The length of a half-day, in minutes; both are equally long (R5, checked before). */
function minutesOf({ start, end }: { start: string; end: string }): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(end) - minutes(start);
}

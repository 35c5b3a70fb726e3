import type { InputOf, ResponseOf } from "@passerelle/contracts/http";
import type { planVersionCompare, planVersionList, VersionedPlan } from "@passerelle/contracts/plan-versions";
import type { HalfDay, PlanVersion } from "@passerelle/contracts/plans";
import { z } from "zod";
import { denied } from "../../core/ability.ts";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { type Page, pageOf, placeOf } from "../../http/paging.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { namesIn } from "../plans/named-half-days.ts";
import { presentHalfDay, presentSession, presentWholeProof } from "../plans/plans.present.ts";
import { loadPlan, withRows } from "../plans/stored-plan.ts";
import { versionsOf } from "../plans/versions.queries.ts";
import { comparePlans, compareRows, linesOf, presentDifference } from "./comparison.ts";
import { rowsOfVersions } from "./version-rows.queries.ts";

const byNumber = z.object({ number: z.int().min(1).max(1_000_000) });
type Line = ResponseOf<typeof planVersionList>["items"][number];

/** The versions of a cohort's plan, latest first, each with what differs from the one before. */
export async function listVersions(
  ctx: Ctx,
  cohortId: string,
  query: InputOf<typeof planVersionList>["query"],
): Promise<Page<Line>> {
  const cohort = await findCohort(ctx, cohortId);
  const before = placeOf(query.cursor, byNumber)?.number ?? null;
  const versions = await versionsOf(ctx, cohort.id, { before, limit: query.limit + 1 });
  const shown = versions.slice(0, query.limit);
  if (shown.length === 0) return { items: [], nextCursor: null };
  const numbers = shown.flatMap(({ number }) => [number - 1, number]);
  const { programme } = await loadPlan(ctx, cohort);
  const plans = await rowsOfVersions(ctx, cohort.id, numbers);
  const names = await namesIn(ctx, [...plans.values()]);
  return pageOf(
    versions,
    query.limit,
    ({ number }) => ({ number }),
    (version) => {
      const [was, is] = [plans.get(version.number - 1), plans.get(version.number)];
      return { ...version, lines: was && is ? linesOf(ctx, compareRows(programme, was, is, names)) : [] };
    },
  );
}

/** A plan as one of its versions published it: nothing of it can be changed. */
export async function readVersion(ctx: Ctx, cohortId: string, number: number): Promise<VersionedPlan> {
  const cohort = await findCohort(ctx, cohortId);
  const version = await findVersion(ctx, cohort.id, number);
  const rows = (await rowsOfVersions(ctx, cohort.id, [number])).get(number);
  if (rows === undefined) throw notFound();
  const stored = await withRows(ctx, await loadPlan(ctx, cohort), rows);
  return {
    cohortId: cohort.id,
    version,
    sessions: stored.sessions.map((session) => {
      const shown = presentSession(ctx, stored, session);
      return { ...shown, halfDays: shown.halfDays.map(asPublished), can: { move: past } };
    }),
    examHalfDays: stored.examHalfDays.map((row) => asPublished(presentHalfDay(ctx, stored, row))),
    proof: await presentWholeProof(ctx, stored),
  };
}

const past = denied("illegal_move");

function asPublished(halfDay: HalfDay): HalfDay {
  return { ...halfDay, can: { move: past, cancel: past } };
}

/** What differs from one version to another; from nothing to it when that is 0. */
export async function compareVersions(
  ctx: Ctx,
  { cohortId, number: to }: InputOf<typeof planVersionCompare>["params"],
  { from = to - 1 }: InputOf<typeof planVersionCompare>["query"],
): Promise<ResponseOf<typeof planVersionCompare>> {
  const cohort = await findCohort(ctx, cohortId);
  await findVersion(ctx, cohort.id, to);
  if (from > 0) await findVersion(ctx, cohort.id, from);
  const stored = await loadPlan(ctx, cohort);
  const versions = await rowsOfVersions(ctx, cohort.id, [from, to]);
  const [was, is] = [versions.get(from), versions.get(to)];
  if (was === undefined || is === undefined) throw notFound();
  const [before, after] = [await withRows(ctx, stored, was), await withRows(ctx, stored, is)];
  return { from, to, ...(await presentDifference(ctx, comparePlans(before, after), { before, after })) };
}

/** A version of a cohort's plan, else 404. */
export async function findVersion(ctx: Ctx, cohortId: string, number: number): Promise<PlanVersion> {
  const [version] = await versionsOf(ctx, cohortId, { before: number + 1, limit: 1 });
  if (version?.number !== number) throw notFound();
  return version;
}

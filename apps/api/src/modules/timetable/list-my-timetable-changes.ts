import type { InputOf, ResponseOf } from "@passerelle/contracts/http";
import type { ChangedHalfDay, myTimetableChangeList, TimetableChange } from "@passerelle/contracts/timetable";
import type { Ctx } from "../../core/ctx.ts";
import { pageOf, placeOf } from "../../http/paging.ts";
import { planHistories } from "../publications/plan-history.queries.ts";
import { changedHalfDays } from "./changed-half-days.ts";
import {
  findFollower,
  type Follower,
  myNewPlans,
  type MyVersion,
  myVersions,
  versionPlace,
  type VersionPlace,
} from "./my-versions.queries.ts";
import { audiencesOf, linesOf, namesOf, toldBetween } from "./told-plans.ts";

type Answer = ResponseOf<typeof myTimetableChangeList>;

/**
 * What published versions changed for the caller, latest first, and what is new of it, half-day by half-day. It is told
 * by the rule that writes their letter, so both say the same.
 */
export async function listMyTimetableChanges(
  ctx: Ctx,
  query: InputOf<typeof myTimetableChangeList>["query"],
): Promise<Answer> {
  const follower = await findFollower(ctx);
  const after = placeOf(query.cursor, versionPlace);
  const found = await concerningVersions(ctx, follower, { after, limit: query.limit + 1 });
  const { items, nextCursor } = await pageOf(found, query.limit, placeOfVersion, ({ item }) => item);
  return { items, nextCursor, seenAt: follower.seenAt, changedHalfDays: await newHalfDays(ctx, follower) };
}

interface Found {
  readonly version: MyVersion;
  readonly item: TimetableChange;
}

function placeOfVersion({ version }: Pick<Found, "version">): VersionPlace {
  return { publishedAt: version.publishedAt.toISOString(), id: version.id };
}

/** Of the versions that may concern somebody, those that do: as many as asked for, read in as few turns as it takes. */
async function concerningVersions(
  ctx: Ctx,
  follower: Follower,
  { after, limit }: { readonly after: VersionPlace | null; readonly limit: number },
): Promise<Found[]> {
  const versions = await myVersions(ctx, follower, { after, limit });
  const found = await presentVersions(ctx, follower, versions);
  const last = versions.at(-1);
  if (last === undefined || versions.length < limit || found.length === limit) return found;
  const rest = { after: placeOfVersion({ version: last }), limit: limit - found.length };
  return [...found, ...(await concerningVersions(ctx, follower, rest))];
}

async function presentVersions(ctx: Ctx, follower: Follower, versions: readonly MyVersion[]): Promise<Found[]> {
  const histories = await planHistories(ctx, latestOf(versions));
  const told = versions.flatMap((version) => {
    const span = { from: version.number - 1, to: version.number };
    const its = toldBetween(histories.get(version.cohortId), span, audiencesOf(follower, version));
    return its.length === 0 ? [] : [{ version, its }];
  });
  if (told.length === 0) return [];
  const names = await namesOf(ctx, [...histories.values()]);
  return told.map(({ version, its }) => {
    const { prescribed: _prescribed, ...shown } = version;
    const isNew = version.publishedAt > follower.seenAt;
    return { version, item: { ...shown, as: its.map(({ as }) => as), lines: linesOf(ctx, its, names), isNew } };
  });
}

/** The latest version of each cohort. */
function latestOf(versions: readonly Pick<MyVersion, "cohortId" | "number">[]): Map<string, number> {
  const byCohort = Map.groupBy(versions, ({ cohortId }) => cohortId);
  return new Map([...byCohort].map(([cohortId, its]) => [cohortId, Math.max(...its.map(({ number }) => number))]));
}

/** What the plans somebody follows have become since they last looked, whatever happened in between. */
async function newHalfDays(ctx: Ctx, follower: Follower): Promise<ChangedHalfDay[]> {
  const plans = await myNewPlans(ctx, follower);
  const histories = await planHistories(ctx, new Map(plans.map(({ cohortId, latest }) => [cohortId, latest])));
  return plans.flatMap(({ cohortId, known, latest, prescribed }) => {
    const history = histories.get(cohortId);
    const told = toldBetween(history, { from: known, to: latest }, audiencesOf(follower, { prescribed }));
    return changedHalfDays(
      told.flatMap(({ facts }) => facts),
      history?.halfDaysOf(known) ?? [],
    );
  });
}

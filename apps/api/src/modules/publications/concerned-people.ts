import type { ConcernedPerson } from "@passerelle/contracts/plan-versions";
import { type Audience, concerning } from "@passerelle/domain/planning/concerning";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import type { Comparison } from "./comparison.ts";
import { type Follower, followersOf } from "./concerned.queries.ts";
import { differenceText } from "./difference-texts.ts";
import { traineeAudience } from "./trainee-audience.ts";

/** Somebody whom a difference concerns, and the sentences that tell them so. */
export interface Concerned extends Follower {
  readonly as: ConcernedPerson["as"];
  readonly lines: readonly Text[];
}

/** Those whom a difference concerns, or only one of them: what the preview shows and what the messages say. */
export async function concernedBy(
  ctx: Ctx,
  cohortId: string,
  comparison: Comparison,
  personId?: string,
): Promise<Concerned[]> {
  const { facts, before, after } = comparison;
  if (facts.length === 0) return [];
  const trainerIds = [...new Set([...before, ...after].flatMap(({ trainerId }) => trainerId ?? []))];
  const wanted = { cohortId, trainerIds, ...(personId !== undefined && { personId }) };
  const tell = tellerOf(comparison);
  return (await followersOf(ctx, wanted)).flatMap((follower): Concerned[] => {
    const asTrainee = follower.prescribed === null ? [] : tell(traineeAudience(follower.prescribed));
    const asTrainer = follower.trainerId === null ? [] : tell({ kind: "trainer", trainerId: follower.trainerId });
    const lines = [...new Map([...asTrainee, ...asTrainer].map((line) => [line.fr, line])).values()];
    if (lines.length === 0) return [];
    const as: Concerned["as"] = [];
    if (asTrainee.length > 0) as.push("trainee");
    if (asTrainer.length > 0) as.push("trainer");
    return [{ ...follower, as, lines }];
  });
}

/** Most trainees of a cohort follow the same blocks: what they are told is worked out once. */
function tellerOf(comparison: Comparison): (who: Audience) => readonly Text[] {
  const told = new Map<string, readonly Text[]>();
  return (who) => {
    const key = JSON.stringify(who);
    const known = told.get(key) ?? linesFor(comparison, who);
    told.set(key, known);
    return known;
  };
}

function linesFor({ facts, before, after, names }: Comparison, who: Audience): Text[] {
  const theirs = concerning(facts, { before, after }, who);
  return theirs.map((fact) => differenceText(fact, names, who.kind));
}

/** As the preview shows them, in the caller's language. */
export function presentConcerned(
  { locale }: Pick<Ctx, "locale">,
  { personId, givenName, usualName, email, as, lines }: Concerned,
): ConcernedPerson {
  return {
    personId,
    name: `${givenName} ${usualName}`,
    as,
    told: email === null ? "no_address" : "mail",
    lines: lines.map((line) => line[locale]),
  };
}

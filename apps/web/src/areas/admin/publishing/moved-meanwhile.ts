import { plan, type DraftChange, type Plan, type PlanVersion } from "@passerelle/contracts/plans";
import type { ApiError } from "../../../api/api-error.ts";

/** What others did to a plan since it was read. */
export interface Moved {
  readonly added: readonly DraftChange[];
  readonly undone: readonly DraftChange[];
  /** A version published since; its changes are no longer drafted, which is no undoing. */
  readonly published: PlanVersion | null;
}

type Known = Pick<Plan, "published" | "draft">;

/** What moved from a plan as it was known to the plan as it is. */
export function movedSince(known: Known, current: Known): Moved {
  const [before, after] = [changesOf(known), changesOf(current)];
  const isNewer = (current.published?.number ?? 0) > (known.published?.number ?? 0);
  return {
    added: after.filter(({ id }) => !before.some((each) => each.id === id)),
    undone: isNewer ? [] : before.filter(({ id }) => !after.some((each) => each.id === id)),
    published: isNewer ? current.published : null,
  };
}

/** The plan as it is now, which a refusal for a stale version (412) carries; null when it carries none. */
export function currentPlanIn(refusal: ApiError): Plan | null {
  return plan.safeParse(refusal.fact("current")).data ?? null;
}

function changesOf({ draft }: Known): readonly DraftChange[] {
  return draft?.changes ?? [];
}

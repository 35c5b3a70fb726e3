import type { Plan } from "@passerelle/contracts/plans";
import { useState } from "react";
import { movedSince, type Moved } from "./moved-meanwhile.ts";

export interface Review {
  /** What others changed since it was looked at; null while it is as it was. */
  readonly moved: Moved | null;
  /** The changes among them that are in the draft now. */
  readonly newIds: ReadonlySet<string>;
  /** It was looked at as it is here. */
  readonly accept: (plan: Plan) => void;
}

/** The plan as somebody looked at it: what others change meanwhile is to be looked at before it is published. */
export function useReview(plan: Plan): Review {
  const [looked, setLooked] = useState(plan);
  const isMoved = plan.planVersion !== looked.planVersion;
  const moved = isMoved ? movedSince(looked, plan) : null;
  return { moved, newIds: new Set(moved?.added.map(({ id }) => id)), accept: setLooked };
}

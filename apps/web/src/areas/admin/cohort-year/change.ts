import type { Slot } from "@passerelle/contracts/plans";
import type { ApiError } from "../../../api/api-error.ts";

/** What is being changed, by its identifier: the plan may be read again while the form is open. */
export type Change =
  | {
      readonly kind: "session";
      readonly id: string;
      readonly tried?: { readonly days: readonly string[]; readonly problem: ApiError };
    }
  | {
      readonly kind: "halfDay";
      readonly id: string;
      readonly tried?: { readonly day: string; readonly slot: Slot; readonly problem: ApiError };
    }
  | { readonly kind: "swap"; readonly id: string; readonly withId?: string }
  | { readonly kind: "split"; readonly id: string }
  | { readonly kind: "content"; readonly id: string }
  | { readonly kind: "cancel"; readonly id: string }
  /** Of one half-day, or of all those of a session. */
  | { readonly kind: "trainer" | "room"; readonly ids: readonly string[] };

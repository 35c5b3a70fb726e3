import type { HalfDay } from "@passerelle/contracts/plans";
import type { ApiError } from "../../../api/api-error.ts";
import type { Change } from "../cohort-year/change.ts";
import type { PlanEdit } from "../cohort-year/use-edit-check.ts";
import type { Target } from "./targets.ts";

/** What is open over the planner: a half-day, a form that changes it, or why it could not be put down. */
export type PlannerChange =
  | { readonly kind: "panel"; readonly halfDay: HalfDay }
  | { readonly kind: "form"; readonly halfDay: HalfDay; readonly change: Change }
  | {
      readonly kind: "refused";
      readonly halfDay: HalfDay;
      readonly target: Target;
      readonly edit: PlanEdit;
      readonly problem: ApiError;
    };

import type { PlanFault } from "@passerelle/domain/planning/check-plan";
import type { HalfDayPath, Plan, PlannedHalfDay } from "@passerelle/domain/planning/plan";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import { planFaultText } from "./plan-fault-texts.ts";

/** The half-day a path names. */
export function halfDayAt(plan: Plan, { sessionIndex, halfDayIndex }: HalfDayPath): PlannedHalfDay | undefined {
  const halfDays = sessionIndex === null ? plan.examHalfDays : plan.sessions[sessionIndex]?.halfDays;
  return halfDays?.[halfDayIndex];
}

const fieldAtFault: Partial<Record<PlanFault["code"], string>> = {
  unknown_block: "blockCode",
  block_missing: "blockCode",
  unknown_competency: "competencyCodes",
  remote_with_room: "roomId",
};

/** Where a fault stands in the body of a plan to adopt. */
export function pointerInPlan({ at, code }: PlanFault): string {
  const place = at.sessionIndex === null ? "/examHalfDays" : `/sessions/${at.sessionIndex}/halfDays`;
  const field = fieldAtFault[code] ?? "day";
  return `${place}/${at.halfDayIndex}/${field}`;
}

/** 422 with every fault, or 409 when what is in the way is the cohort's own half-day (T1). Nothing when all is well. */
export function refuseFaults(faults: readonly PlanFault[], pointerOf: (fault: PlanFault) => string): void {
  if (faults.length === 0) return;
  const errors: FaultText[] = faults.map((fault) => ({
    pointer: pointerOf(fault),
    code: fault.code,
    detail: planFaultText(fault),
    facts: fault.facts,
  }));
  throw new ApiError("plan_refused", { detail: joined(errors), errors });
}

/** The first reasons, so that the sentence alone already tells what to do. */
function joined(errors: readonly FaultText[]): ApiError["detail"] {
  const told = errors.slice(0, 3);
  const more = errors.length - told.length;
  return {
    fr: told.map(({ detail }) => detail.fr).join(" ") + (more > 0 ? ` Et ${more} autres raisons.` : ""),
    en: told.map(({ detail }) => detail.en).join(" ") + (more > 0 ? ` And ${more} more reasons.` : ""),
  };
}

/** 409: the cohort already has a half-day there (T1). */
export function overlapError(taken: readonly PlanFault[]): ApiError {
  const sentences = taken.map(planFaultText);
  return new ApiError("half_day_overlap", {
    ...(sentences.length > 0 && {
      detail: {
        fr: sentences.map(({ fr }) => fr).join(" "),
        en: sentences.map(({ en }) => en).join(" "),
      },
    }),
    facts: { conflicts: taken.map(({ facts }) => facts) },
  });
}

/** Both half-days of a day meet the same holiday: once is enough. */
export function onePerDay(faults: readonly PlanFault[]): PlanFault[] {
  const key = ({ code, facts }: PlanFault) => `${code} ${"day" in facts ? facts.day : ""}`;
  return [...new Map(faults.map((fault) => [key(fault), fault])).values()];
}

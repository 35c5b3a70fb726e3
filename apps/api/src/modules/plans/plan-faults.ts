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
  return `${place}/${at.halfDayIndex}/${fieldAt(code)}`;
}

/** The field of a half-day that a fault is about. */
export function fieldAt(code: PlanFault["code"]): string {
  return fieldAtFault[code] ?? "day";
}

/** A fault as the answer tells it. */
export function planFaultAt(pointer: string, fault: PlanFault): FaultText {
  return { pointer, code: fault.code, detail: planFaultText(fault), facts: fault.facts };
}

/** 422 with every fault, each told once at its place. */
export function refuse(errors: readonly FaultText[]): void {
  if (errors.length === 0) return;
  const distinct = [
    ...new Map(errors.map((each) => [`${each.pointer} ${each.code} ${each.detail.fr}`, each])).values(),
  ];
  throw new ApiError("plan_refused", { detail: joined(distinct), errors: distinct });
}

/** The first reasons, so that the sentence alone already tells what to do. */
export function joined(errors: readonly FaultText[]): ApiError["detail"] {
  const sentences = [...new Map(errors.map(({ detail }) => [detail.fr, detail])).values()];
  const told = sentences.slice(0, 3);
  return {
    fr:
      told.map(({ fr }) => fr).join(" ") +
      more(sentences.length - told.length, "Et une autre raison.", "autres raisons"),
    en:
      told.map(({ en }) => en).join(" ") + more(sentences.length - told.length, "And one more reason.", "more reasons"),
  };
}

function more(count: number, one: string, several: string): string {
  if (count <= 0) return "";
  return count === 1 ? ` ${one}` : ` ${one.slice(0, one.indexOf(" "))} ${count} ${several}.`;
}

/** Both half-days of a day meet the same holiday: once is enough. */
export function onePerDay(faults: readonly PlanFault[]): PlanFault[] {
  const key = ({ code, facts }: PlanFault) => `${code} ${"day" in facts ? facts.day : ""}`;
  return [...new Map(faults.map((fault) => [key(fault), fault])).values()];
}

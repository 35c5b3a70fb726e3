import type { HalfDay, Plan, PlanDraft } from "@passerelle/contracts/plans";
import type { CalendarPlan } from "./calendar.ts";

/** The key of the exam among a plan's groups; sessions have their identifier. */
export const EXAM = "exam";

/** An adopted plan as the calendar shows it. */
export function viewOfPlan(plan: Plan): CalendarPlan {
  return {
    groups: [
      ...plan.sessions.map(({ id, number, halfDays }) => ({ key: id, number, halfDays: halfDays.filter(isLive) })),
      ...(plan.examHalfDays.some(isLive)
        ? [{ key: EXAM, number: null, halfDays: plan.examHalfDays.filter(isLive) }]
        : []),
    ],
  };
}

/** A proposed plan as the calendar shows it. */
export function viewOfDraft(draft: PlanDraft): CalendarPlan {
  return {
    groups: [
      ...draft.sessions.map(({ halfDays }, index) => ({ key: `proposed-${index + 1}`, number: index + 1, halfDays })),
      ...(draft.examHalfDays.length > 0 ? [{ key: EXAM, number: null, halfDays: draft.examHalfDays }] : []),
    ],
  };
}

/** Every half-day of a plan, the exam's too. */
export function halfDaysOf({ sessions, examHalfDays }: Plan): HalfDay[] {
  return [...sessions.flatMap(({ halfDays }) => halfDays), ...examHalfDays];
}

function isLive({ state }: { readonly state: string }): boolean {
  return state !== "cancelled";
}

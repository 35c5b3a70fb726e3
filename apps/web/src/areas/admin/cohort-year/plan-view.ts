import type { HalfDay, PlanDraft, Session } from "@passerelle/contracts/plans";
import type { CalendarHalfDay, CalendarPlan, Staff } from "./calendar.ts";

/** The key of the exam among a plan's groups; sessions have their identifier. */
export const EXAM = "exam";

/** The half-days of a plan, drafted, published, or of an earlier version. */
export interface PlannedHalfDays {
  readonly sessions: readonly Session[];
  readonly examHalfDays: readonly HalfDay[];
}

/** An adopted plan as the calendar shows it. */
export function viewOfPlan(plan: PlannedHalfDays): CalendarPlan {
  return {
    groups: [
      ...plan.sessions.map(({ id, number, halfDays }) => ({ key: id, number, halfDays: liveOf(halfDays) })),
      ...(plan.examHalfDays.some(isLive) ? [{ key: EXAM, number: null, halfDays: liveOf(plan.examHalfDays) }] : []),
    ],
  };
}

/** A proposed plan as the calendar shows it; `names` are those of trainers and rooms, by their identifier. */
export function viewOfDraft(draft: PlanDraft, names: ReadonlyMap<string, string>): CalendarPlan {
  const named = (halfDays: PlanDraft["examHalfDays"], isExam: boolean) =>
    halfDays.map((half) => namedHalfDay(half, names, isExam));
  return {
    groups: [
      ...draft.sessions.map(({ halfDays }, index) => ({
        key: `proposed-${index + 1}`,
        number: index + 1,
        halfDays: named(halfDays, false),
      })),
      ...(draft.examHalfDays.length > 0
        ? [{ key: EXAM, number: null, halfDays: named(draft.examHalfDays, true) }]
        : []),
    ],
  };
}

function namedHalfDay(
  { day, slot, blockCode, trainerId, roomId, remote = false }: PlanDraft["examHalfDays"][number],
  names: ReadonlyMap<string, string>,
  isExam: boolean,
): CalendarHalfDay {
  const nameOf = (id: string | null | undefined) => (typeof id === "string" ? (names.get(id) ?? null) : null);
  const staff = { trainer: nameOf(trainerId), room: nameOf(roomId), remote };
  return { day, slot, blockCode, staff, isOpen: wantsStaff(staff, isExam) };
}

/** Every half-day of a plan, the exam's too. */
export function halfDaysOf({ sessions, examHalfDays }: PlannedHalfDays): HalfDay[] {
  return [...sessions.flatMap(({ halfDays }) => halfDays), ...examHalfDays];
}

function liveOf(halfDays: readonly HalfDay[]): CalendarHalfDay[] {
  return halfDays.filter(isLive).map(({ id, day, slot, blockCode, trainer, room, remote, state, kind }) => {
    const staff = { trainer: trainer?.name ?? null, room: room?.name ?? null, remote };
    return { id, day, slot, blockCode, staff, isOpen: state === "planned" && wantsStaff(staff, kind === "exam") };
  });
}

/** An exam is the jury's: it needs a room, and no trainer. */
function wantsStaff({ trainer, room, remote }: Staff, isExam: boolean): boolean {
  return (trainer === null && !isExam) || (room === null && !remote);
}

function isLive({ state }: { readonly state: string }): boolean {
  return state !== "cancelled";
}

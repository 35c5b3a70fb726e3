import { addMonths, civilDayAt, dayNumberOf, monthOf, weekdayAt, type CivilDay, type YearMonth } from "../time.ts";
import { furthest } from "./months.ts";
import { EXAM_WITHIN_MONTHS, type Room } from "./options.ts";
import type { PlanBounds, ProgrammeShape } from "./plan.ts";
import type { HolidayCode } from "./public-holidays.ts";
import { closureOn, daysOff } from "./working-days.ts";

/** Why no exam can be on the days fixed for it. */
export type ExamDaysFault =
  | { code: "exam_days_count"; facts: { expected: number; actual: number } }
  | { code: "exam_day_twice"; facts: { day: CivilDay } }
  | { code: "exam_day_outside"; facts: { day: CivilDay; notBefore: CivilDay; notAfter: CivilDay } }
  | { code: "exam_day_skipped"; facts: { day: CivilDay; month: YearMonth } }
  | { code: "exam_day_on_weekend"; facts: { day: CivilDay } }
  | { code: "exam_day_on_holiday"; facts: { day: CivilDay; holiday: HolidayCode } }
  | { code: "exam_day_on_closure"; facts: { day: CivilDay; from: CivilDay; to: CivilDay; label: string | null } };

/** Why the sessions do not go with the days fixed for the exam. */
export type ExamDaysApart =
  | {
      code: "exam_days_too_early";
      facts: {
        examDay: CivilDay;
        sessionsNeeded: number;
        /** The most sessions that find a place before it. */
        sessionsPlaced: number;
        /** The first day by which all could be over between the bounds, were the exam later; null when on none. */
        nearestEnd: CivilDay | null;
      };
    }
  | {
      code: "exam_days_too_late";
      facts: {
        examDay: CivilDay;
        /** The last day that a last session before the exam could end on. */
        lastSessionDay: CivilDay;
        /** The last day for an exam after it. */
        latest: CivilDay;
      };
    };

const SATURDAY = 6;

/** Every fault of the days fixed for the exam by themselves; none when nobody has fixed them. */
export function checkExamDays(
  { examDayCount }: ProgrammeShape,
  bounds: PlanBounds,
  examDays: readonly CivilDay[] = [],
): ExamDaysFault[] {
  if (examDays.length === 0) return [];
  const distinct = new Set(examDays);
  const twice = [...distinct].filter((day) => examDays.indexOf(day) !== examDays.lastIndexOf(day));
  const faults: ExamDaysFault[] = twice.map((day) => ({ code: "exam_day_twice", facts: { day } }));
  if (distinct.size !== examDayCount) {
    faults.push({ code: "exam_days_count", facts: { expected: examDayCount, actual: distinct.size } });
  }
  return [...faults, ...[...distinct].flatMap((day) => dayFaults(day, bounds))];
}

function dayFaults(day: CivilDay, bounds: PlanBounds): ExamDaysFault[] {
  const { notBefore, notAfter, skipMonths } = bounds;
  const faults: ExamDaysFault[] = [];
  if (day < notBefore || notAfter < day) faults.push({ code: "exam_day_outside", facts: { day, notBefore, notAfter } });
  const month = monthOf(day);
  if (skipMonths.includes(month)) faults.push({ code: "exam_day_skipped", facts: { day, month } });
  const number = dayNumberOf(day);
  if (weekdayAt(number) >= SATURDAY) faults.push({ code: "exam_day_on_weekend", facts: { day } });
  const off = daysOff(bounds, day, day);
  const holiday = off.holidays.get(number);
  if (holiday !== undefined) faults.push({ code: "exam_day_on_holiday", facts: { day, holiday } }); // T1
  const closure = closureOn(off, number);
  if (closure !== undefined) {
    const { from, to, label = null } = closure;
    faults.push({ code: "exam_day_on_closure", facts: { day, from, to, label } }); // T1
  }
  return faults;
}

/** Why a room that holds no plan holds none: its sessions do not end before the fixed exam, or too long before it. */
export function examDaysApart(room: Room): ExamDaysApart | null {
  const [exam] = room.exams;
  if (exam === undefined) return null;
  const before = room.sessions.filter(({ end }) => end < exam.start);
  const { sessionsPlaced } = furthest({ ...room, sessions: before, hasExam: false });
  const examDay = civilDayAt(exam.start);
  const last = Math.max(...before.map(({ end }) => end));
  if (sessionsPlaced === room.sessionCount) {
    const [lastSessionDay, latest] = [civilDayAt(last), civilDayAt(addMonths(last, EXAM_WITHIN_MONTHS))];
    return { code: "exam_days_too_late", facts: { examDay: civilDayAt(exam.end), lastSessionDay, latest } };
  }
  const { end } = furthest({ ...room, hasExam: false });
  const nearestEnd = end === null ? null : civilDayAt(end);
  return {
    code: "exam_days_too_early",
    facts: { examDay, sessionsNeeded: room.sessionCount, sessionsPlaced, nearestEnd },
  };
}

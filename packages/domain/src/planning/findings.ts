import {
  addMonths,
  civilDayAt,
  dayNumberOf,
  isoWeekOf,
  monthOf,
  weekdayAt,
  type CivilDay,
  type DayNumber,
  type YearMonth,
} from "../time.ts";
import { EXAM_WITHIN_MONTHS } from "./options.ts";
import { compareHalfDays, daysOf, type Plan, type PlanCalendar, type ProgrammeShape, type Slot } from "./plan.ts";
import { daysOff, interruptions, isWorkingDay } from "./working-days.ts";

/**
 * What a plan may have but should not: allowed, and shown until it is right again (domain §4). A session is named by its
 * index in the plan, from 0; days are listed in date order.
 */
export type Finding =
  | { code: "session_count"; facts: { actual: number; required: number } }
  | { code: "session_day_count"; facts: { session: number; actual: number; required: number } }
  | { code: "session_in_several_weeks"; facts: { session: number; weeks: string[] } }
  | { code: "session_days_broken"; facts: { session: number; missingDays: CivilDay[] } }
  | { code: "two_sessions_in_month"; facts: { month: YearMonth; sessions: number[] } }
  | { code: "sessions_too_close"; facts: { sessions: [number, number]; actualDays: number; requiredDays: number } }
  | { code: "exam_day_count"; facts: { actual: number; required: number } }
  | { code: "exam_not_consecutive"; facts: { workingDaysBetween: CivilDay[] } }
  | { code: "exam_before_last_session"; facts: { examDay: CivilDay; lastSessionDay: CivilDay } }
  | { code: "exam_too_late"; facts: { examDay: CivilDay; lastSessionDay: CivilDay; latest: CivilDay } }
  | { code: "block_order"; facts: { day: CivilDay; slot: Slot; blockCode: string; after: string; times: number } }
  | { code: "weekend_day"; facts: { day: CivilDay } }
  | { code: "outside_cohort"; facts: { days: CivilDay[]; from: CivilDay; to: CivilDay } }
  | { code: "after_title"; facts: { day: CivilDay; titleEnds: CivilDay } };

interface DatedSession {
  readonly index: number;
  readonly days: CivilDay[];
  readonly start: DayNumber;
  readonly end: DayNumber;
}

/** Everything about a plan that is worth showing, in a fixed order. */
export function findFindings(shape: ProgrammeShape, plan: Plan, calendar: PlanCalendar): Finding[] {
  const sessions = datedSessions(plan);
  return [
    ...countFindings(shape, plan),
    ...sessions.flatMap(sessionFindings),
    ...monthFindings(sessions),
    ...spacingFindings(sessions, shape.minDaysBetweenSessions),
    ...examFindings(shape, plan, calendar),
    ...orderFindings(shape, plan),
    ...dayFindings(plan, calendar),
  ];
}

/** The sessions that have days, in date order. */
function datedSessions({ sessions }: Plan): DatedSession[] {
  return sessions
    .map(({ halfDays }, index) => ({ index, days: daysOf(halfDays) }))
    .flatMap(({ index, days }) => {
      const [first, last] = [days[0], days.at(-1)];
      if (first === undefined || last === undefined) return [];
      return [{ index, days, start: dayNumberOf(first), end: dayNumberOf(last) }];
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
}

function countFindings({ sessionCount, daysPerSession, examDayCount }: ProgrammeShape, plan: Plan): Finding[] {
  const findings: Finding[] = [];
  const sessions = plan.sessions.length;
  if (sessions !== sessionCount)
    findings.push({ code: "session_count", facts: { actual: sessions, required: sessionCount } });
  plan.sessions.forEach(({ halfDays }, session) => {
    const actual = daysOf(halfDays).length;
    if (actual === daysPerSession) return;
    findings.push({ code: "session_day_count", facts: { session, actual, required: daysPerSession } });
  });
  const examDays = daysOf(plan.examHalfDays).length;
  if (examDays !== examDayCount)
    findings.push({ code: "exam_day_count", facts: { actual: examDays, required: examDayCount } });
  return findings;
}

function sessionFindings({ index, days }: DatedSession): Finding[] {
  const findings: Finding[] = [];
  const weeks = [...new Set(days.map(isoWeekOf))];
  if (weeks.length > 1) findings.push({ code: "session_in_several_weeks", facts: { session: index, weeks } });
  const missingDays = interruptions(days.map(dayNumberOf)).map(civilDayAt);
  if (missingDays.length > 0) findings.push({ code: "session_days_broken", facts: { session: index, missingDays } });
  return findings;
}

function monthFindings(sessions: readonly DatedSession[]): Finding[] {
  return [...Map.groupBy(sessions, ({ start }) => monthOf(civilDayAt(start)))]
    .filter(([, together]) => together.length > 1)
    .map(([month, together]) => ({
      code: "two_sessions_in_month",
      facts: { month, sessions: together.map(({ index }) => index) },
    }));
}

function spacingFindings(sessions: readonly DatedSession[], requiredDays: number): Finding[] {
  return sessions.flatMap((session, position): Finding[] => {
    const next = sessions[position + 1];
    if (next === undefined || next.start - session.end >= requiredDays) return [];
    const actualDays = next.start - session.end;
    return [{ code: "sessions_too_close", facts: { sessions: [session.index, next.index], actualDays, requiredDays } }];
  });
}

function examFindings(shape: ProgrammeShape, plan: Plan, calendar: PlanCalendar): Finding[] {
  const days = daysOf(plan.examHalfDays);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const findings: Finding[] = [];
  const off = daysOff(calendar, first, last);
  const workingDaysBetween = interruptions(days.map(dayNumberOf))
    .filter((day) => isWorkingDay(off, day))
    .map(civilDayAt);
  if (workingDaysBetween.length > 0) findings.push({ code: "exam_not_consecutive", facts: { workingDaysBetween } });
  const lastSessionDay = daysOf(plan.sessions.flatMap(({ halfDays }) => halfDays)).at(-1);
  if (lastSessionDay === undefined) return findings;
  if (first <= lastSessionDay) {
    findings.push({ code: "exam_before_last_session", facts: { examDay: first, lastSessionDay } });
  }
  const latest = civilDayAt(addMonths(dayNumberOf(lastSessionDay), EXAM_WITHIN_MONTHS));
  if (last > latest) findings.push({ code: "exam_too_late", facts: { examDay: last, lastSessionDay, latest } });
  return findings;
}

type OrderFinding = Extract<Finding, { code: "block_order" }>;

/**
 * A block taught again after one that follows it in the programme has begun: worth knowing, often wanted. Once a block,
 * with how many times it comes back and where it first does.
 */
function orderFindings(shape: ProgrammeShape, plan: Plan): Finding[] {
  const returns = Map.groupBy(blockReturns(shape, plan), ({ facts }) => facts.blockCode);
  return [...returns.values()].flatMap(([first, ...others]): Finding[] =>
    first === undefined ? [] : [{ ...first, facts: { ...first.facts, times: others.length + 1 } }],
  );
}

function blockReturns(shape: ProgrammeShape, plan: Plan): OrderFinding[] {
  const order = shape.blocks.map(({ code }) => code);
  let furthest = 0;
  let running: string | null = null;
  return plan.sessions
    .flatMap(({ halfDays }) => halfDays)
    .toSorted(compareHalfDays)
    .flatMap(({ day, slot, blockCode }): OrderFinding[] => {
      const position = blockCode === null ? -1 : order.indexOf(blockCode);
      const begins = blockCode !== running;
      running = blockCode;
      furthest = Math.max(furthest, position);
      const after = order[furthest];
      if (!begins || position < 0 || blockCode === null || after === undefined || position === furthest) return [];
      return [{ code: "block_order", facts: { day, slot, blockCode, after, times: 1 } }];
    });
}

function dayFindings(plan: Plan, { titleInForce, cohort }: PlanCalendar): Finding[] {
  const days = daysOf([...plan.sessions.flatMap(({ halfDays }) => halfDays), ...plan.examHalfDays]);
  const weekend = days.filter((day) => weekdayAt(dayNumberOf(day)) > 5);
  const after = days.find((day) => day > titleInForce.to);
  const outside = cohort === undefined ? [] : days.filter((day) => day < cohort.from || cohort.to < day);
  return [
    ...(cohort === undefined || outside.length === 0
      ? []
      : [{ code: "outside_cohort" as const, facts: { days: outside, ...cohort } }]),
    ...weekend.map((day): Finding => ({ code: "weekend_day", facts: { day } })),
    ...(after === undefined
      ? []
      : [{ code: "after_title" as const, facts: { day: after, titleEnds: titleInForce.to } }]),
  ];
}

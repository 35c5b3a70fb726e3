import type { PlanBounds, ProgrammeShape } from "./plan.ts";
import { publicHolidays } from "./public-holidays.ts";

/**
 * Every way to plan a shape between bounds of a year at most, by trying them all: slow, plain, and sharing nothing with
 * the search it judges but the table of public holidays.
 */

/** Days as `YYYY-MM-DD`; one list a session, then the exam's (empty without one). */
export interface Candidate {
  readonly sessions: string[][];
  readonly exam: string[];
}

const at = (day: string) => Temporal.PlainDate.from(day);
const between = (from: string, to: string) => at(from).until(at(to)).days;

/** Yields each plan that obeys domain §4, in no order that matters. */
export function* everyPlan(shape: ProgrammeShape, bounds: PlanBounds): Generator<Candidate> {
  const working = workingDays(bounds);
  const sessions = everySession(working, shape, bounds);
  yield* extend([]);

  function* extend(chosen: string[][]): Generator<Candidate> {
    if (chosen.length === shape.sessionCount) {
      for (const exam of everyExam(working, shape, bounds, chosen.at(-1)?.at(-1) ?? ""))
        yield { sessions: chosen, exam };
      return;
    }
    for (const days of sessions) {
      if (mayFollow(shape, bounds, chosen.at(-1), days)) yield* extend([...chosen, days]);
    }
  }
}

function mayFollow(shape: ProgrammeShape, bounds: PlanBounds, previous: string[] | undefined, days: string[]): boolean {
  const [first = ""] = days;
  if (previous === undefined) return bounds.titleInForce.from <= first && first <= bounds.titleInForce.to;
  const last = previous.at(-1) ?? "";
  const laterMonth = first.slice(0, 7) > (previous[0] ?? "").slice(0, 7);
  return laterMonth && last < first && between(last, first) >= shape.minDaysBetweenSessions;
}

function everySession(working: string[], shape: ProgrammeShape, bounds: PlanBounds): string[][] {
  const open = working.filter((day) => !isSkipped(day, bounds));
  const weeks = Map.groupBy(open, (day) => `${at(day).yearOfWeek}/${at(day).weekOfYear}`);
  return [...weeks.values()].flatMap((week) => choices(week).filter(({ length }) => length === shape.daysPerSession));
}

function everyExam(working: string[], shape: ProgrammeShape, bounds: PlanBounds, lastDay: string): string[][] {
  if (shape.examDayCount === 0) return [[]];
  const latest = at(lastDay).add({ months: 2 }).toString();
  return working
    .map((_, index) => working.slice(index, index + shape.examDayCount))
    .filter((days) => days.length === shape.examDayCount)
    .filter((days) => days.every((day) => lastDay < day && day <= latest && !isSkipped(day, bounds)));
}

function workingDays({ notBefore, notAfter, closures, holidayZone }: PlanBounds): string[] {
  const days: string[] = [];
  const years = [notBefore, notAfter].map((day) => at(day).year);
  const holidays = new Set(years.flatMap((year) => publicHolidays(year, holidayZone)).map(({ day }) => day));
  for (let day = at(notBefore); day.toString() <= notAfter; day = day.add({ days: 1 })) {
    const name = day.toString();
    const isClosed = closures.some(({ from, to }) => from <= name && name <= to);
    if (day.dayOfWeek < 6 && !holidays.has(name) && !isClosed) days.push(name);
  }
  return days;
}

function isSkipped(day: string, { skipMonths }: PlanBounds): boolean {
  return skipMonths.includes(day.slice(0, 7));
}

function choices(days: string[]): string[][] {
  const [first, ...rest] = days;
  if (first === undefined) return [[]];
  const without = choices(rest);
  return [...without.map((choice) => [first, ...choice]), ...without];
}

/** What a plan is judged by, best first when compared item by item. */
export function merits(shape: ProgrammeShape, bounds: PlanBounds, { sessions, exam }: Candidate): (string | number)[] {
  const firstDays = sessions.map(([first = ""]) => first);
  const all = exam.length > 0 ? [...sessions, exam] : sessions;
  const lastSession = sessions.at(-1) ?? [];
  const [examDay = "9999-12-31"] = exam;
  const isRested =
    examDay.slice(0, 7) > (lastSession[0] ?? "").slice(0, 7) &&
    between(lastSession.at(-1) ?? "", examDay) >= shape.minDaysBetweenSessions;
  const dayOfMonth = (day: string) => Number(day.slice(8));
  const unwanted = (day: string) => bounds.weekdays?.length && !bounds.weekdays.includes(at(day).dayOfWeek);
  return [
    ...firstDays.map((day) => day.slice(0, 7)),
    isRested ? 0 : 1,
    total(all.map((days) => between(days[0] ?? "", days.at(-1) ?? "") + 1 - days.length)),
    total(all.map((days) => days.filter(unwanted).length)),
    total(firstDays.map((day) => Math.abs(dayOfMonth(day) - dayOfMonth(firstDays[0] ?? "")))),
    ...all.flat(),
  ];
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Whether the first list of merits comes before the second. */
export function isBetter(a: (string | number)[], b: (string | number)[]): boolean {
  const index = a.findIndex((merit, position) => merit !== b[position]);
  const [left, right] = [a[index], b[index]];
  return left !== undefined && right !== undefined && left < right;
}

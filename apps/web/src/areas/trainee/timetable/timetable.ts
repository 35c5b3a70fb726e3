import type { HalfDay } from "@passerelle/contracts/plans";
import { civilDayAt, dayNumberOf, mondayAt, monthsBetween } from "@passerelle/domain/time";

export interface CourseDay {
  readonly day: string;
  /** Morning first. */
  readonly halfDays: readonly HalfDay[];
}

/** A session, or the days of the exam. */
export interface CourseGroup {
  readonly key: string;
  /** By date, from 1; null for the exam. */
  readonly number: number | null;
  readonly from: string;
  readonly to: string;
  readonly days: readonly CourseDay[];
}

/** Where a course is held, and with whom. */
export interface Setting {
  readonly room: { readonly name: string; readonly siteName: string } | null;
  readonly isRemote: boolean;
  readonly trainerName: string | null;
}

const EXAM = "exam";

/** Half-days by session and day, earliest first; a session is numbered by its first day, as the API does. */
export function groupsOf(halfDays: readonly HalfDay[]): CourseGroup[] {
  const bySession = Map.groupBy(halfDays, ({ kind, sessionId }) => (kind === EXAM ? EXAM : (sessionId ?? EXAM)));
  const groups = [...bySession].map(([key, its]) => ({ key, days: daysOf(its) }));
  const inOrder = groups.toSorted((a, b) => firstDay(a.days).localeCompare(firstDay(b.days)));
  const sessions = inOrder.filter(({ key }) => key !== EXAM);
  return inOrder.map(({ key, days }) => ({
    key,
    number: key === EXAM ? null : sessions.findIndex((session) => session.key === key) + 1,
    from: firstDay(days),
    to: days.at(-1)?.day ?? "",
    days,
  }));
}

/** Half-days by day, earliest first. */
export function daysOf(halfDays: readonly HalfDay[]): CourseDay[] {
  return [...Map.groupBy(halfDays, ({ day }) => day)]
    .map(([day, its]) => ({ day, halfDays: its.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)) }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

export function settingOf({ room, remote, trainer }: HalfDay): Setting {
  return {
    room: room && { name: room.name, siteName: room.siteName },
    isRemote: remote,
    trainerName: trainer?.name ?? null,
  };
}

/** What all courses of these days have in common of it; null when they differ, or when none takes place. */
export function commonSetting(days: readonly CourseDay[]): Setting | null {
  const settings = days.flatMap(({ halfDays }) => halfDays.filter(isOn).map(settingOf));
  const [first] = settings;
  const one = JSON.stringify(first);
  return first !== undefined && settings.every((each) => JSON.stringify(each) === one) ? first : null;
}

function isOn({ state }: HalfDay): boolean {
  return state !== "cancelled";
}

/** Whether a day still has a course: one that is not wholly cancelled. */
export function takesPlace({ halfDays }: CourseDay): boolean {
  return halfDays.some(isOn);
}

/** The first day after today that has a course; null when none is to come. */
export function nextDay(days: readonly CourseDay[], today: string): string | null {
  return days.find((each) => each.day > today && takesPlace(each))?.day ?? null;
}

/** The months from the first course to the last, and this one when it lies between. */
export function monthsOf(days: readonly CourseDay[]): string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsBetween(first.day.slice(0, 7), last.day.slice(0, 7));
}

/** The month to begin with: that of the next course, today's included; of the last when all are over. */
export function monthToShow(days: readonly CourseDay[], today: string): string {
  const shown = days.find(({ day }) => day >= today) ?? days.at(-1);
  return (shown?.day ?? today).slice(0, 7);
}

/** The weeks of a month, from Monday to Sunday; null for days of the months beside. */
export function weeksOf(month: string): (string | null)[][] {
  const first = dayNumberOf(`${month}-01`);
  const weeks: (string | null)[][] = [];
  for (let monday = mondayAt(first); monday <= first || isIn(monday, month); monday += 7) {
    const days = Array.from({ length: 7 }, (_, index) => monday + index);
    weeks.push(days.map((number) => (isIn(number, month) ? civilDayAt(number) : null)));
  }
  return weeks;
}

function isIn(number: number, month: string): boolean {
  return civilDayAt(number).startsWith(month);
}

function firstDay(days: readonly CourseDay[]): string {
  return days[0]?.day ?? "";
}

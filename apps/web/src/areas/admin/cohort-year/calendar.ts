import { dayNumberOf, dayOfMonth, civilDayAt, monthOf, monthsBetween, weekdayAt } from "@passerelle/domain/time";
import { publicHolidays, type HolidayCode, type HolidayZone } from "@passerelle/domain/planning/public-holidays";
import type { Slot } from "@passerelle/contracts/plans";

/** A plan as the calendar shows it, adopted or only proposed; cancelled half-days are left out. */
export interface CalendarPlan {
  readonly groups: readonly CalendarGroup[];
}

/** A session, or the exam (`number` null). */
export interface CalendarGroup {
  readonly key: string;
  readonly number: number | null;
  readonly halfDays: readonly CalendarHalfDay[];
}

export interface CalendarHalfDay {
  /** None while it is only proposed. */
  readonly id?: string;
  readonly day: string;
  readonly slot: Slot;
  readonly blockCode: string | null;
  readonly staff?: Staff;
  /** It is to come, and still wants somebody or a room. */
  readonly isOpen?: boolean;
}

/** With whom and where, by name; null while that is to be found. */
export interface Staff {
  readonly trainer: string | null;
  readonly room: string | null;
  readonly remote: boolean;
}

export interface ClosedDays {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export type DayOff =
  | { readonly kind: "holiday"; readonly code: HolidayCode }
  | { readonly kind: "closure"; readonly label: string };

export interface Half {
  readonly groupKey: string;
  readonly blockCode: string | null;
  readonly staff: Staff | null;
  readonly isOpen: boolean;
}

export interface CalendarDay {
  readonly day: string;
  readonly number: number;
  /** From 1 for Monday. */
  readonly weekday: number;
  readonly off: DayOff | null;
  readonly am: Half | null;
  readonly pm: Half | null;
}

/** Neighbouring days of one session, or of the exam, in one row of the calendar. */
export interface Run {
  readonly group: CalendarGroup;
  readonly days: readonly CalendarDay[];
}

/** A row is read from left to right: days of no session, and runs. */
type RowItem = { readonly kind: "day"; readonly day: CalendarDay } | ({ readonly kind: "run" } & Run);

export interface CalendarMonth {
  readonly month: string;
  readonly rows: readonly (readonly RowItem[])[];
  /** What begins in the month. */
  readonly groups: readonly CalendarGroup[];
  readonly daysOff: readonly { readonly day: string; readonly off: DayOff }[];
  /** The closure that leaves an empty month no working day, or hardly any. */
  readonly closedBy: string | null;
}

/** The months from one day to another, and any month a half-day lies in. */
export function calendarMonths(
  plan: CalendarPlan,
  closures: readonly ClosedDays[],
  from: string,
  to: string,
  zone: HolidayZone,
): CalendarMonth[] {
  const days = plan.groups.flatMap(({ halfDays }) => halfDays.map(({ day }) => day));
  const first = [from, ...days].reduce((a, b) => (a < b ? a : b));
  const last = [to, ...days].reduce((a, b) => (a > b ? a : b));
  const holidays = holidaysBetween(first, last, zone);
  const halves = halvesOf(plan);
  return monthsBetween(monthOf(first), monthOf(last)).map((month) => {
    const monthDays = daysOfMonth(month).map((day) => calendarDay(day, halves, offOn(day, holidays, closures)));
    const groups = plan.groups.filter((group) => firstDayOf(group)?.startsWith(month) === true);
    return {
      month,
      rows: rowsOf(monthDays).map((row) => itemsOf(row, plan)),
      groups,
      daysOff: monthDays.flatMap(({ day, off }) => (off === null ? [] : [{ day, off }])),
      closedBy: groups.length === 0 ? closedBy(monthDays) : null,
    };
  });
}

/** The holidays that are kept in a zone in every year between two days, by day. */
export function holidaysBetween(from: string, to: string, zone: HolidayZone): ReadonlyMap<string, HolidayCode> {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return new Map(years.flatMap((year) => publicHolidays(year, zone).map(({ day, code }) => [day, code] as const)));
}

/** Why nothing may be taught on a day, a weekend apart. */
export function offOn(
  day: string,
  holidays: ReadonlyMap<string, HolidayCode>,
  closures: readonly ClosedDays[],
): DayOff | null {
  const code = holidays.get(day);
  if (code !== undefined) return { kind: "holiday", code };
  const closure = closures.find(({ from, to }) => from <= day && day <= to);
  return closure === undefined ? null : { kind: "closure", label: closure.label };
}

export function firstDayOf({ halfDays }: CalendarGroup): string | undefined {
  return halfDays.map(({ day }) => day).toSorted()[0];
}

/** Whether half-days that want somebody or a room are worth marking: not while it is most of them. */
export function marksOpen({ groups }: CalendarPlan): boolean {
  const halfDays = groups.flatMap((group) => group.halfDays);
  const open = halfDays.filter(({ isOpen }) => isOpen === true).length;
  return open > 0 && open * 2 < halfDays.length;
}

function halvesOf(plan: CalendarPlan): ReadonlyMap<string, Half> {
  const { groups } = plan;
  const marks = marksOpen(plan);
  return new Map(
    groups.flatMap(({ key, halfDays }) =>
      halfDays.map(({ day, slot, blockCode, staff = null, isOpen = false }) => {
        const half: Half = { groupKey: key, blockCode, staff, isOpen: marks && isOpen };
        return [`${day} ${slot}`, half] as const;
      }),
    ),
  );
}

function calendarDay(day: string, halves: ReadonlyMap<string, Half>, off: DayOff | null): CalendarDay {
  return {
    day,
    number: dayOfMonth(day),
    weekday: weekdayAt(dayNumberOf(day)),
    off,
    am: halves.get(`${day} am`) ?? null,
    pm: halves.get(`${day} pm`) ?? null,
  };
}

function daysOfMonth(month: string): string[] {
  const days: string[] = [];
  for (let number = dayNumberOf(`${month}-01`); ; number += 1) {
    const day = civilDayAt(number);
    if (!day.startsWith(month)) return days;
    days.push(day);
  }
}

function rowsOf(days: readonly CalendarDay[]): CalendarDay[][] {
  const rows: CalendarDay[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row === undefined || day.weekday === 1) rows.push([day]);
    else row.push(day);
  }
  return rows;
}

function itemsOf(row: readonly CalendarDay[], plan: CalendarPlan): RowItem[] {
  const items: RowItem[] = [];
  for (const day of row) {
    const key = day.am?.groupKey ?? day.pm?.groupKey;
    const group = plan.groups.find((candidate) => candidate.key === key);
    const last = items.at(-1);
    if (group === undefined) items.push({ kind: "day", day });
    else if (last?.kind === "run" && last.group === group)
      items[items.length - 1] = { ...last, days: [...last.days, day] };
    else items.push({ kind: "run", group, days: [day] });
  }
  return items;
}

/** The label of the closure that takes most of a month's weekdays. */
function closedBy(days: readonly CalendarDay[]): string | null {
  const weekdays = days.filter(({ weekday }) => weekday <= 5);
  const closed = weekdays.flatMap(({ off }) => (off?.kind === "closure" ? [off.label] : []));
  return closed.length * 2 > weekdays.length ? (closed[0] ?? null) : null;
}

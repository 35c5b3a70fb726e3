import { civilDayAt, dayNumberOf, isoWeekOf, mondayAt, weekdayAt, type CivilDay, type DayNumber } from "../time.ts";

/** An ISO week, `YYYY-Www`: its year is the week's, so 31 December 2018 lies in 2019-W01. */
export type IsoWeek = string;

const WEEK = /^(20\d\d)-W([0-4]\d|5[0-3])$/;
const DAYS_A_WEEK = 7;

/** Whether a text is a week of the years 2000 to 2099; most years have no week 53 (P4). */
export function isIsoWeek(text: string): boolean {
  return mondayNumberOf(text) !== null;
}

/** The week a day lies in. */
export function weekOf(day: CivilDay): IsoWeek {
  return isoWeekOf(day);
}

/** The Monday a week begins on; `RangeError` when there is no such week. */
export function mondayOf(week: IsoWeek): CivilDay {
  return civilDayAt(mondayNumber(week));
}

/** The seven days of a week, from its Monday; `RangeError` when there is no such week. */
export function daysOf(week: IsoWeek): CivilDay[] {
  const monday = mondayNumber(week);
  return Array.from({ length: DAYS_A_WEEK }, (_, index) => civilDayAt(monday + index));
}

/** The week that begins on a day; `RangeError` when it is no Monday. */
export function weekFromMonday(day: CivilDay): IsoWeek {
  if (weekdayAt(dayNumberOf(day)) !== 1) throw new RangeError(`${day} is no Monday`);
  return weekOf(day);
}

/** The week before; `RangeError` when there is no such week. */
export function previousWeek(week: IsoWeek): IsoWeek {
  return weekOf(civilDayAt(mondayNumber(week) - DAYS_A_WEEK));
}

/** The week after; `RangeError` when there is no such week. */
export function nextWeek(week: IsoWeek): IsoWeek {
  return weekOf(civilDayAt(mondayNumber(week) + DAYS_A_WEEK));
}

function mondayNumber(week: IsoWeek): DayNumber {
  const monday = mondayNumberOf(week);
  if (monday === null) throw new RangeError(`${week} is no week`);
  return monday;
}

/** Counted from week 1, which holds 4 January; a week that year does not have falls in another one's. */
function mondayNumberOf(text: string): DayNumber | null {
  const [, year, week] = WEEK.exec(text) ?? [];
  if (year === undefined || week === undefined) return null;
  const monday = mondayAt(dayNumberOf(`${year}-01-04`)) + (Number(week) - 1) * DAYS_A_WEEK;
  return weekOf(civilDayAt(monday)) === text ? monday : null;
}

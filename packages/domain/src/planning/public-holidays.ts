import { civilDayAt, dayNumberOf, type CivilDay, type DayNumber } from "../time.ts";

/** Where the holidays are those of: metropolitan France, its departments of local law, or a department overseas. */
export type HolidayZone =
  | "metropole"
  | "alsace-moselle"
  | "guadeloupe"
  | "martinique"
  | "guyane"
  | "la-reunion"
  | "mayotte";

export type HolidayCode =
  | "new_year"
  | "good_friday"
  | "easter_monday"
  | "labour_day"
  | "victory_1945"
  | "ascension"
  | "whit_monday"
  | "national_day"
  | "assumption"
  | "all_saints"
  | "armistice_1918"
  | "christmas"
  | "saint_stephen"
  | "abolition_of_slavery";

export interface PublicHoliday {
  readonly day: CivilDay;
  readonly code: HolidayCode;
}

// Code du travail, L3133-1.
const FIXED: readonly (readonly [HolidayCode, string])[] = [
  ["new_year", "01-01"],
  ["labour_day", "05-01"],
  ["victory_1945", "05-08"],
  ["national_day", "07-14"],
  ["assumption", "08-15"],
  ["all_saints", "11-01"],
  ["armistice_1918", "11-11"],
  ["christmas", "12-25"],
];

// Code du travail, L3134-13.
const LOCAL_LAW: readonly (readonly [HolidayCode, string])[] = [["saint_stephen", "12-26"]];

// Code du travail, L3422-2: the day slavery was abolished there.
const FIXED_IN: Readonly<Record<HolidayZone, readonly (readonly [HolidayCode, string])[]>> = {
  metropole: [],
  "alsace-moselle": LOCAL_LAW,
  guadeloupe: [["abolition_of_slavery", "05-27"]],
  martinique: [["abolition_of_slavery", "05-22"]],
  guyane: [["abolition_of_slavery", "06-10"]],
  "la-reunion": [["abolition_of_slavery", "12-20"]],
  mayotte: [["abolition_of_slavery", "04-27"]],
};

const DAYS_AFTER_EASTER: readonly (readonly [HolidayCode, number])[] = [
  ["easter_monday", 1],
  ["ascension", 39],
  ["whit_monday", 50],
];

/**
 * The public holidays of a year, in date order. Two may share a day: Ascension fell on 1 May in 2008.
 * Alsace and Moselle add Good Friday and 26 December (code du travail, L3134-13); each department overseas, the day of
 * the abolition of slavery (L3422-2).
 */
export function publicHolidays(year: number, zone: HolidayZone = "metropole"): PublicHoliday[] {
  const easter = easterSunday(year);
  const fixed = [...FIXED, ...FIXED_IN[zone]];
  const moving = zone === "alsace-moselle" ? [["good_friday", -2] as const, ...DAYS_AFTER_EASTER] : DAYS_AFTER_EASTER;
  return [
    ...fixed.map(([code, monthDay]) => ({ code, day: `${year}-${monthDay}` })),
    ...moving.map(([code, days]) => ({ code, day: civilDayAt(easter + days) })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Easter Sunday of a year of the Gregorian calendar, by Gauss's method as Meeus and Jones state it. */
function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const daysAfterMarch22 = epact + toSunday - 7 * late;
  return dayNumberOf(`${year}-03-22`) + daysAfterMarch22;
}

import DateHolidays from "date-holidays";
import { expect, test } from "vitest";
import { publicHolidays, type HolidayZone } from "./public-holidays.ts";

const years = Array.from({ length: 100 }, (_, index) => 2000 + index);

function publishedDays(source: DateHolidays, year: number): string[] {
  const days = source.getHolidays(year).filter(({ type }) => type === "public");
  return [...new Set(days.map(({ date }) => date.slice(0, 10)))].toSorted();
}

function ourDays(year: number, zone: HolidayZone): string[] {
  return [...new Set(publicHolidays(year, zone).map(({ day }) => day))];
}

test("metropolitan holidays agree with a published calendar from 2000 to 2099", () => {
  const source = new DateHolidays("FR");
  for (const year of years) expect(ourDays(year, "metropole")).toEqual(publishedDays(source, year));
});

test("Alsace and Moselle agree with it too", () => {
  const source = new DateHolidays("FR", "57");
  for (const year of years) expect(ourDays(year, "alsace-moselle")).toEqual(publishedDays(source, year));
});

const yearsOverseas = Array.from({ length: 14 }, (_, index) => 2017 + index);

test.each<[HolidayZone, string]>([
  ["guadeloupe", "GP"],
  ["martinique", "MQ"],
  ["guyane", "GF"],
  ["la-reunion", "RE"],
  ["mayotte", "YT"],
])("%s agrees with it from 2017 to 2030, but for a Good Friday that is custom and not law", (zone, country) => {
  const source = new DateHolidays(country);
  for (const year of yearsOverseas) {
    const friday = goodFriday(year);
    expect(publishedDays(source, year).filter((day) => day !== friday)).toEqual(ourDays(year, zone));
  }
});

function goodFriday(year: number): string | undefined {
  return publicHolidays(year, "alsace-moselle").find(({ code }) => code === "good_friday")?.day;
}

// Code du travail, L3134-13 and L3422-2.
test.each<[HolidayZone, string[]]>([
  ["metropole", []],
  ["alsace-moselle", ["2024-03-29 good_friday", "2024-12-26 saint_stephen"]],
  ["guadeloupe", ["2024-05-27 abolition_of_slavery"]],
  ["martinique", ["2024-05-22 abolition_of_slavery"]],
  ["guyane", ["2024-06-10 abolition_of_slavery"]],
  ["la-reunion", ["2024-12-20 abolition_of_slavery"]],
  ["mayotte", ["2024-04-27 abolition_of_slavery"]],
])("%s adds to the eleven of metropolitan France its own alone: %o", (zone, own) => {
  const named = (of: HolidayZone) => publicHolidays(2024, of).map(({ day, code }) => `${day} ${code}`);
  const everywhere = named("metropole");
  expect(everywhere).toHaveLength(11);
  expect(named(zone)).toEqual([...everywhere, ...own].toSorted());
});

test("the holidays of 2017 have their names and are in date order", () => {
  expect(publicHolidays(2017).map(({ day, code }) => `${day} ${code}`)).toEqual([
    "2017-01-01 new_year",
    "2017-04-17 easter_monday",
    "2017-05-01 labour_day",
    "2017-05-08 victory_1945",
    "2017-05-25 ascension",
    "2017-06-05 whit_monday",
    "2017-07-14 national_day",
    "2017-08-15 assumption",
    "2017-11-01 all_saints",
    "2017-11-11 armistice_1918",
    "2017-12-25 christmas",
  ]);
});

test("Alsace and Moselle add Good Friday and 26 December", () => {
  const metropole = new Set(ourDays(2017, "metropole"));
  expect(ourDays(2017, "alsace-moselle").filter((day) => !metropole.has(day))).toEqual(["2017-04-14", "2017-12-26"]);
});

test("Ascension and Labour Day share 1 May 2008", () => {
  expect(publicHolidays(2008).filter(({ day }) => day === "2008-05-01")).toHaveLength(2);
});

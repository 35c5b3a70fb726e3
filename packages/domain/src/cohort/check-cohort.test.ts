import { expect, test } from "vitest";
import { checkCohort, longestEnd, type CohortPeriods } from "./check-cohort.ts";

const edition2017 = { from: "2017-05-16", to: "2022-05-15" };
const edition2022 = { from: "2022-05-16", to: "2027-05-16" };
const periods: CohortPeriods = {
  registrationOpensOn: "2017-01-01",
  registrationClosesOn: "2017-04-30",
  startsOn: "2017-05-16",
  endsOn: "2018-03-31",
};

test("the page's own cohort holds", () => {
  expect(checkCohort(periods, edition2017)).toEqual([]);
});

test("periods of one day hold", () => {
  const day = "2017-05-16";
  const oneDay = { registrationOpensOn: day, registrationClosesOn: day, startsOn: day, endsOn: day };
  expect(checkCohort(oneDay, edition2017)).toEqual([]);
});

test.each([
  [
    "registration closing before it opens",
    { registrationClosesOn: "2016-12-31" },
    "/registrationClosesOn",
    "registration_reversed",
  ],
  [
    "registration closing after the end",
    { registrationClosesOn: "2018-04-01" },
    "/registrationClosesOn",
    "registration_closes_after_end",
  ],
  ["ending before starting", { endsOn: "2017-05-15" }, "/endsOn", "dates_reversed"],
  ["15 May 2017 on the 2017 edition (R3)", { startsOn: "2017-05-15" }, "/startsOn", "starts_outside_title"],
])("%s is refused", (_, change, pointer, code) => {
  expect(checkCohort({ ...periods, ...change }, edition2017)).toMatchObject([{ pointer, code }]);
});

test("an edition's last day is the last to start on (R3)", () => {
  const starting = (startsOn: string) => checkCohort({ ...periods, startsOn, endsOn: "2028-03-31" }, edition2022);
  expect(starting("2027-05-16")).toEqual([]);
  expect(starting("2027-05-17")).toEqual([
    { pointer: "/startsOn", code: "starts_outside_title", facts: { startsOn: "2027-05-17", ...edition2022 } },
  ]);
});

test("four years to the day are the longest training", () => {
  expect(checkCohort({ ...periods, endsOn: "2021-05-16" }, edition2017)).toEqual([]);
  expect(checkCohort({ ...periods, endsOn: "2021-05-17" }, edition2017)).toEqual([
    {
      pointer: "/endsOn",
      code: "too_long",
      facts: { startsOn: "2017-05-16", endsOn: "2021-05-17", latest: "2021-05-16", mostYears: 4 },
    },
  ]);
});

test("from 29 February, four years end on the next, or on 28 February when there is none", () => {
  expect(longestEnd("2016-02-29")).toBe("2020-02-29");
  expect(longestEnd("2096-02-29")).toBe("2100-02-28");
});

test("every fault is listed at once", () => {
  const muddled = {
    registrationOpensOn: "2017-06-01",
    registrationClosesOn: "2017-05-01",
    startsOn: "2017-05-01",
    endsOn: "2017-04-01",
  };
  expect(checkCohort(muddled, edition2017).map(({ code }) => code)).toEqual([
    "registration_reversed",
    "registration_closes_after_end",
    "dates_reversed",
    "starts_outside_title",
  ]);
});

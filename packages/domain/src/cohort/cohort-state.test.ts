import { expect, test } from "vitest";
import { cohortStateOn } from "./cohort-state.ts";

const dates = {
  registrationOpensOn: "2017-01-01",
  registrationClosesOn: "2017-04-30",
  startsOn: "2017-05-16",
  endsOn: "2018-03-31",
  isCancelled: false,
};

test.each([
  ["2016-12-31", "upcoming"],
  ["2017-01-01", "registering"],
  ["2017-04-30", "registering"],
  ["2017-05-01", "upcoming"],
  ["2017-05-16", "running"],
  ["2018-03-31", "running"],
  ["2018-04-01", "finished"],
])("on %s the page's own cohort is %s", (today, state) => {
  expect(cohortStateOn(today, dates)).toBe(state);
});

test("a cancelled cohort is cancelled on any day", () => {
  expect(cohortStateOn("2017-06-01", { ...dates, isCancelled: true })).toBe("cancelled");
});

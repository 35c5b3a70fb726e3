import { expect, it } from "vitest";
import { monthDays } from "./month-days.ts";
import { aHalfDay, MONDAY, otherCohort } from "./planner.fixture.ts";
import { weeksOfMonth } from "./weeks.ts";

it("a month holds what is taught on each day, mornings apart from afternoons, and the days around it", () => {
  const halfDays = [aHalfDay("1", otherCohort), aHalfDay("2"), aHalfDay("3", { slot: "pm" }), aHalfDay("4")];
  const weeks = monthDays("2026-03", weeksOfMonth(MONDAY), halfDays, ({ id }) => id !== "4");
  expect(weeks).toHaveLength(6);
  expect(weeks.flat().filter(({ isOutside }) => isOutside)).toHaveLength(11);
  const monday = weeks.flat().find(({ day }) => day === MONDAY);
  expect(monday?.am.map(({ id }) => id)).toEqual(["2", "1"]);
  expect(monday?.pm.map(({ id }) => id)).toEqual(["3"]);
});

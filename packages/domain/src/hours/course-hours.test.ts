import fc from "fast-check";
import { expect, test } from "vitest";
import { courseHours } from "./course-hours.ts";

test.each([
  ["before the first day", 4620, 4620, 0, false, [0, 4620, 0]],
  ["on the way", 4620, 4620, 1680, false, [1680, 2940, 0]],
  ["at the end", 4620, 4620, 4620, false, [4620, 0, 0]],
  ["with a gap in the timetable", 4620, 4200, 1680, false, [1680, 2520, 420]],
  ["with a surplus in it", 4620, 5040, 4830, false, [4620, 0, 0]],
  ["with fewer hours prescribed", 1000, 4620, 840, false, [840, 160, 0]],
  ["with none prescribed", 0, 4620, 1680, false, [0, 0, 0]],
  ["without a plan", 4620, 0, 0, false, [0, 0, 4620]],
  ["after leaving", 4620, 4620, 1680, true, [1680, 0, 2940]],
])("%s", (_when, prescribedMinutes, plannedMinutes, passedMinutes, hasEnded, [passed, toCome, unplanned]) => {
  expect(courseHours({ prescribedMinutes, plannedMinutes, passedMinutes, hasEnded })).toEqual({
    passedMinutes: passed,
    toComeMinutes: toCome,
    unplannedMinutes: unplanned,
  });
});

test("the three are never negative and always add up to what is prescribed", () => {
  const minutes = fc.nat({ max: 100_000 });
  fc.assert(
    fc.property(minutes, minutes, minutes, fc.boolean(), (prescribedMinutes, passedMinutes, ahead, hasEnded) => {
      const plannedMinutes = passedMinutes + ahead;
      const hours = courseHours({ prescribedMinutes, plannedMinutes, passedMinutes, hasEnded });
      const parts = Object.values(hours) as number[];
      expect(parts.every((part) => part >= 0)).toBe(true);
      expect(parts.reduce((total, part) => total + part, 0)).toBe(prescribedMinutes);
    }),
  );
});

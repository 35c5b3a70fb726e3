import { describe, expect, it } from "vitest";
import { calendarMonths, marksOpen, type CalendarGroup, type CalendarPlan } from "./calendar.ts";

function session(number: number, days: readonly string[]): CalendarGroup {
  return {
    key: `s${number}`,
    number,
    halfDays: days.flatMap((day) => [
      { day, slot: "am" as const, blockCode: "CCP1" },
      { day, slot: "pm" as const, blockCode: "CCP2" },
    ]),
  };
}

const july = ["2017-07-10", "2017-07-11", "2017-07-12", "2017-07-13"];
const plan: CalendarPlan = { groups: [session(1, july)] };
const summer = { from: "2017-08-01", to: "2017-08-26", label: "Fermeture d’été" };

function runsOf(month: ReturnType<typeof calendarMonths>[number] | undefined): (string | undefined)[][] {
  return (month?.rows ?? []).flatMap((row) =>
    row.flatMap((item) => (item.kind === "run" ? [item.days.map(({ day }) => day)] : [])),
  );
}

describe("the calendar of a cohort", () => {
  it("has every month from its first day to its last", () => {
    const months = calendarMonths(plan, [], "2017-05-16", "2018-03-31", "metropole").map(({ month }) => month);
    expect(months).toHaveLength(11);
    expect([months[0], months.at(-1)]).toEqual(["2017-05", "2018-03"]);
  });

  it("has the months of half-days outside those days too", () => {
    const months = calendarMonths(plan, [], "2017-08-01", "2017-08-31", "metropole").map(({ month }) => month);
    expect(months).toEqual(["2017-07", "2017-08"]);
  });

  it("begins its rows on Monday", () => {
    const [month] = calendarMonths(plan, [], "2017-07-01", "2017-07-31", "metropole");
    const first = month?.rows.map((row) => (row[0]?.kind === "day" ? row[0].day.day : row[0]?.days[0]?.day));
    expect(first).toEqual(["2017-07-01", "2017-07-03", "2017-07-10", "2017-07-17", "2017-07-24", "2017-07-31"]);
  });

  it("joins neighbouring days of a session, and parts them around others", () => {
    const [month] = calendarMonths(plan, [], "2017-07-01", "2017-07-31", "metropole");
    expect(runsOf(month)).toEqual([july]);
    const broken: CalendarPlan = { groups: [session(1, ["2017-07-12", "2017-07-13", "2017-07-17"])] };
    expect(runsOf(calendarMonths(broken, [], "2017-07-01", "2017-07-31", "metropole")[0])).toEqual([
      ["2017-07-12", "2017-07-13"],
      ["2017-07-17"],
    ]);
  });

  it("gives each day its morning and its afternoon", () => {
    const run = calendarMonths(plan, [], "2017-07-01", "2017-07-31", "metropole")[0]?.rows[2]?.[0];
    expect(run?.kind === "run" ? run.days[0] : null).toMatchObject({
      am: { groupKey: "s1", blockCode: "CCP1" },
      pm: { groupKey: "s1", blockCode: "CCP2" },
    });
  });

  it("marks half-days that want somebody or a room, unless most of them do", () => {
    const open = (isOpen: (index: number) => boolean): CalendarPlan => ({
      groups: plan.groups.map((group) => ({
        ...group,
        halfDays: group.halfDays.map((half, index) => ({ ...half, isOpen: isOpen(index) })),
      })),
    });
    expect(marksOpen(open((index) => index === 0))).toBe(true);
    expect(marksOpen(open(() => true))).toBe(false);
    expect(marksOpen(open(() => false))).toBe(false);
  });

  it("says which days are off, a holiday before a closure", () => {
    const august = calendarMonths(plan, [summer], "2017-08-01", "2017-08-31", "metropole").find(
      ({ month }) => month === "2017-08",
    );
    expect(august?.daysOff).toHaveLength(26);
    expect(august?.daysOff.find(({ day }) => day === "2017-08-15")?.off).toEqual({
      kind: "holiday",
      code: "assumption",
    });
  });

  it("keeps the holidays of the place where the cohort learns", () => {
    const [may] = calendarMonths(plan, [], "2018-05-01", "2018-05-31", "martinique").slice(-1);
    expect(may?.daysOff).toContainEqual({
      day: "2018-05-22",
      off: { kind: "holiday", code: "abolition_of_slavery" },
    });
  });

  it("says why a month has no session when a closure takes most of it", () => {
    const [first, second] = calendarMonths(plan, [summer], "2017-07-01", "2017-08-31", "metropole");
    expect(first?.closedBy).toBeNull();
    expect(second?.closedBy).toBe("Fermeture d’été");
    expect(calendarMonths(plan, [], "2017-08-01", "2017-08-31", "metropole").at(-1)?.closedBy).toBeNull();
  });
});

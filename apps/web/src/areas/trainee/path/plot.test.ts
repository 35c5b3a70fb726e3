import { describe, expect, it } from "vitest";
import { daysBetween, plotOf } from "./plot.ts";
import { halfway } from "./progress.fixture.ts";

describe("the plot of stage hours", () => {
  it("climbs by what was validated by the end of each week, up to today", () => {
    expect(plotOf(halfway).validated).toEqual([
      { day: "2017-09-04", minutes: 0 },
      { day: "2017-09-10", minutes: 5_000 },
      { day: "2017-09-17", minutes: 10_920 },
      { day: "2017-10-10", minutes: 10_920 },
    ]);
  });

  it("ends where the API says: validated today, required on the day of the forecast", () => {
    const plot = plotOf(halfway);
    expect(plot.validated.at(-1)?.minutes).toBe(halfway.stage.validatedMinutes);
    expect(plot.forecast).toEqual({ day: "2018-01-02", minutes: 21_000, isEnd: true });
    expect(plot.to).toBe("2018-03-04");
  });

  it("has no forecast without a pace, and begins today when nothing was validated", () => {
    const stage = { ...halfway.stage, validatedMinutes: 0, forecastOn: null };
    const plot = plotOf({ ...halfway, stage, stageWeeks: [] });
    expect(plot).toMatchObject({ from: "2017-10-10", forecast: null, validated: [{ day: "2017-10-10", minutes: 0 }] });
  });

  it("draws a forecast of years to come only some months past the deadline, on its way", () => {
    const plot = plotOf({ ...halfway, stage: { ...halfway.stage, forecastOn: "2030-01-01" } });
    expect(plot).toMatchObject({ to: "2018-07-02", forecast: { day: "2018-07-02", isEnd: false } });
    expect(plot.forecast?.minutes).toBeGreaterThan(10_920);
    expect(plot.forecast?.minutes).toBeLessThan(13_000);
  });

  it("never draws a week after today", () => {
    const plot = plotOf({ ...halfway, asOf: "2017-09-13" });
    expect(plot.validated.map(({ day }) => day)).toEqual(["2017-09-04", "2017-09-10", "2017-09-13"]);
  });
});

describe("days between", () => {
  it("counts civil days, over a change of the clock too", () => {
    expect(daysBetween("2017-10-28", "2017-10-30")).toBe(2);
  });
});

import type { HalfDay } from "@passerelle/contracts/plans";
import { describe, expect, it } from "vitest";
import { distanceTo, nextHalfDay, ownBlocks, splitAt, weeksOf } from "./agenda.ts";

function halfDay(day: string, slot: "am" | "pm", state: HalfDay["state"] = "planned"): HalfDay {
  const [startsAt, endsAt] = slot === "am" ? ["09:00", "12:30"] : ["13:30", "17:00"];
  // as: only what is looked at
  return {
    id: `${day} ${slot}`,
    day,
    slot,
    startsAt: `${day}T${startsAt}`,
    endsAt: `${day}T${endsAt}`,
    state,
  } as HalfDay;
}

const monday = halfDay("2026-03-09", "am");
const tuesdayMorning = halfDay("2026-03-10", "am");
const tuesdayAfternoon = halfDay("2026-03-10", "pm");
const sunday = halfDay("2026-03-15", "am");
const nextMonday = halfDay("2026-03-16", "am");

describe("the half-day shown large", () => {
  const all = [tuesdayAfternoon, monday, tuesdayMorning];

  it("is the one going on, until it ends", () => {
    expect(nextHalfDay(all, "2026-03-10T12:29:59")).toBe(tuesdayMorning);
    expect(nextHalfDay(all, "2026-03-10T12:30:00")).toBe(tuesdayAfternoon);
  });

  it("is never a cancelled one, and none when all are over", () => {
    expect(nextHalfDay([halfDay("2026-03-10", "am", "cancelled"), tuesdayAfternoon], "2026-03-10T08:00:00")).toBe(
      tuesdayAfternoon,
    );
    expect(nextHalfDay(all, "2026-03-11T08:00:00")).toBeNull();
  });

  it("is said to be today, tomorrow or later, also over the end of a month", () => {
    expect(distanceTo("2026-03-31", "2026-03-31")).toBe("today");
    expect(distanceTo("2026-04-01", "2026-03-31")).toBe("tomorrow");
    expect(distanceTo("2026-04-02", "2026-03-31")).toBe("later");
  });
});

describe("the half-days by week", () => {
  it("run from Monday to Sunday, each day with its morning first", () => {
    const weeks = weeksOf([nextMonday, sunday, tuesdayAfternoon, tuesdayMorning, monday]);
    expect(weeks.map(({ monday: from, sunday: to }) => [from, to])).toEqual([
      ["2026-03-09", "2026-03-15"],
      ["2026-03-16", "2026-03-22"],
    ]);
    expect(weeks[0]?.days.map(({ day }) => day)).toEqual(["2026-03-09", "2026-03-10", "2026-03-15"]);
    expect(weeks[0]?.days[1]?.halfDays).toEqual([tuesdayMorning, tuesdayAfternoon]);
  });

  it("are past once their day is over, not before", () => {
    const { past, coming } = splitAt([monday, tuesdayMorning, sunday], "2026-03-10");
    expect([past, coming]).toEqual([[monday], [tuesdayMorning, sunday]]);
  });
});

it("a block is called what the latest edition that is taught calls it", () => {
  const competency = { id: "c", code: "C1", title: "C1", blockId: "b", blockCode: "CCP2", blockPosition: 2 };
  const blocks = ownBlocks([
    { ...competency, blockTitle: "Médiation", titleVersionCode: "MSADS-2017" },
    { ...competency, blockTitle: "Service de médiation sociale", titleVersionCode: "MSADS-2022" },
  ]);
  expect([...blocks]).toEqual([["CCP2", { title: "Service de médiation sociale", position: 2 }]]);
});

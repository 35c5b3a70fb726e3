import { expect, it } from "vitest";
import { repairsWindow } from "./repairs-window.ts";

const today = "2026-03-10";

it.each([
  ["to come, whole", { from: "2026-04-01", to: "2026-04-03" }, { from: "2026-04-01", to: "2026-04-03" }],
  ["begun before, from today on", { from: "2026-01-05", to: "2026-03-20" }, { from: today, to: "2026-03-20" }],
  ["without end, three months of it", { from: "2026-01-05", to: null }, { from: today, to: "2026-06-10" }],
  ["of a year, three months of it", { from: "2026-11-30", to: "2027-11-30" }, { from: "2026-11-30", to: "2027-02-28" }],
])("repairs are looked for in an unavailability %s", (_, unavailability, window) => {
  expect(repairsWindow(unavailability, today)).toEqual(window);
});

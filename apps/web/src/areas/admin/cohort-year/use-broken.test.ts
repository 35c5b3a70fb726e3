import { describe, expect, it } from "vitest";
import { spansOf } from "./use-broken.ts";

describe("the spans that hold some days", () => {
  it("are one within three months, and begin anew past them", () => {
    expect(spansOf(["2026-07-20", "2026-07-21", "2026-10-20"])).toEqual([{ from: "2026-07-20", to: "2026-10-20" }]);
    expect(spansOf(["2026-07-20", "2026-10-21", "2027-01-21", "2027-01-22"])).toEqual([
      { from: "2026-07-20", to: "2026-07-20" },
      { from: "2026-10-21", to: "2027-01-21" },
      { from: "2027-01-22", to: "2027-01-22" },
    ]);
  });

  it("are none without days", () => {
    expect(spansOf([])).toEqual([]);
  });
});

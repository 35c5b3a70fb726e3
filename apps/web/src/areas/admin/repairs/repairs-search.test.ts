import { describe, expect, it } from "vitest";
import { repairsAsked, searchOfWhose, whoseOf } from "./repairs-search.ts";

const today = "2026-03-10";

describe("repairs are asked for", () => {
  it.each([
    ["two weeks from today when nothing is said", {}, { from: today, to: "2026-03-24" }],
    ["two weeks from a day", { from: "2026-05-01" }, { from: "2026-05-01", to: "2026-05-15" }],
    ["until a day", { to: "2026-03-12" }, { from: today, to: "2026-03-12" }],
    ["on the one day said, when it is past", { to: "2026-03-01" }, { from: "2026-03-01", to: "2026-03-01" }],
  ])("%s", (_, search, days) => {
    expect(repairsAsked({ cohortId: "c", ...search }, today)).toEqual({ cohortId: "c", ...days });
  });

  it.each([{ trainerId: "x" }, { roomId: "x" }, { cohortId: "x" }, {}])("of %o, as one choice among all", (search) => {
    expect(searchOfWhose(whoseOf(search))).toMatchObject(search);
  });
});

import { expect, it } from "vitest";
import { historyAsked, historySearch, isFiltered, periodFrom, periodTo } from "./history-search.ts";

it("what an address says wrong is left out, not refused", () => {
  const wrong = { search: "salle", kind: "cake", cohortId: "1", from: "2017-02-30", to: "2017-05-03" };
  expect(historySearch.parse(wrong)).toEqual({ search: "salle", to: "2017-05-03" });
});

it("a period that ends before it begins keeps the day just said", () => {
  const [early, late] = ["2017-05-03", "2017-05-04"];
  expect(periodFrom(late, early)).toEqual({ from: late });
  expect(periodTo(late, early)).toEqual({ to: early });
  expect(periodTo(early, late)).toEqual({ from: early, to: late });
  expect(historyAsked({ from: late, to: early, kind: "draft" })).toEqual({ from: late, kind: "draft" });
  expect(historyAsked({ from: late, to: late })).toEqual({ from: late, to: late });
});

it("only what is said narrows the list", () => {
  expect(isFiltered({ search: undefined })).toBe(false);
  expect(isFiltered({ kind: "draft" })).toBe(true);
});

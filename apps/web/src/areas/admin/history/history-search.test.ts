import { expect, it } from "vitest";
import { historyAsked, historySearch, isFiltered } from "./history-search.ts";

it("what an address says wrong is left out, not refused", () => {
  const wrong = { search: "salle", kind: "cake", cohortId: "1", from: "2017-02-30", to: "2017-05-03" };
  expect(historySearch.parse(wrong)).toEqual({ search: "salle", to: "2017-05-03" });
});

it("a period that ends before it begins has no end", () => {
  expect(historyAsked({ from: "2017-05-04", to: "2017-05-03" })).toEqual({ from: "2017-05-04" });
  expect(historyAsked({ from: "2017-05-04", to: "2017-05-04" })).toEqual({ from: "2017-05-04", to: "2017-05-04" });
});

it("only what is said narrows the list", () => {
  expect(isFiltered({ search: undefined })).toBe(false);
  expect(isFiltered({ kind: "draft" })).toBe(true);
});

import type { CcpResult } from "@passerelle/contracts/ccp-results";
import type { TraineeProgress } from "@passerelle/contracts/progress";
import { describe, expect, it } from "vitest";
import { matrixOf, unpublishedOf } from "./matrix.ts";

const person = { id: "p", givenName: "Amel", usualName: "Exemple", birthDate: null };
const ccp = (blockCode: string, outcome: "held" | "not_obtained" | "undecided") => ({
  blockCode,
  shortTitle: blockCode,
  outcome,
  decidedOn: null,
  reason: null,
});
const trainee = {
  person,
  certification: {
    state: "some_ccp",
    ccps: [ccp("CCP1", "held"), ccp("CCP2", "not_obtained"), ccp("CCP3", "undecided")],
    finalInterview: "undecided",
  },
} as unknown as TraineeProgress; // as: only what is looked at

function result(id: string, blockCode: string | null, rest: Partial<CcpResult> = {}): CcpResult {
  const base = { id, person, blockCode, obtained: true, reason: "", decidedOn: "2018-03-06", publishedOn: null };
  return { ...base, annulled: null, ...rest } as unknown as CcpResult; // as: only what is looked at
}

describe("the matrix of results", () => {
  const results = [
    result("1", "CCP1", { publishedOn: "2018-03-20" }),
    result("2", "CCP2", { obtained: false }),
    result("3", "CCP2", { annulled: { on: "2018-03-07", reason: "x" }, decidedOn: "2018-03-05" }),
    { ...result("4", "CCP1"), person: { ...person, id: "another" } },
  ];
  const [row] = matrixOf([trainee], results);

  it("has a cell for each CCP and for the final interview, with the API's outcome", () => {
    expect(row?.cells.map(({ blockCode, outcome }) => [blockCode, outcome])).toEqual([
      ["CCP1", "held"],
      ["CCP2", "not_obtained"],
      ["CCP3", "undecided"],
      [null, "undecided"],
    ]);
  });

  it("keeps every entry of a cell, latest first, those of others apart", () => {
    expect(row?.cells.map((cell) => cell.results.map(({ id }) => id))).toEqual([["1"], ["2", "3"], [], []]);
  });

  it("finds what waits to be published, annulled entries apart", () => {
    expect(unpublishedOf(row === undefined ? [] : [row]).map(({ id }) => id)).toEqual(["2"]);
  });
});

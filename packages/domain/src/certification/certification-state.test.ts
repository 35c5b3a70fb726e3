import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certificationState, checkInterview, type CertificationState } from "./certification-state.ts";

const blocks = ["CCP1", "CCP2", "CCP3"];

test.each<[string[], boolean, CertificationState]>([
  [[], false, "no_ccp"],
  [["CCP2"], false, "some_ccp"],
  [["CCP1", "CCP3"], false, "some_ccp"],
  [["CCP1", "CCP2", "CCP3"], false, "all_ccp_without_title"],
  [["CCP3", "CCP1", "CCP2"], true, "title"],
  // The decisions of a record may repeat a CCP held before (E11): it counts once.
  [["CCP1", "CCP1", "CCP1"], true, "some_ccp"],
])("holding %j with the interview passed: %s is %s", (held, interviewPassed, state) => {
  expect(certificationState({ blocks, held, interviewPassed })).toBe(state);
});

describe("no title (E9)", () => {
  test("with a CCP missing, even after the interview", () => {
    expect(certificationState({ blocks, held: ["CCP1", "CCP2"], interviewPassed: true })).toBe("some_ccp");
    expect(certificationState({ blocks, held: [], interviewPassed: true })).toBe("no_ccp");
  });

  test("with a CCP of another edition in the place of a missing one", () => {
    expect(certificationState({ blocks, held: ["CCP1", "CCP2", "OTHER3"], interviewPassed: true })).toBe("some_ccp");
    expect(certificationState({ blocks, held: ["OTHER1"], interviewPassed: false })).toBe("no_ccp");
  });

  test("in an edition without a block", () => {
    expect(certificationState({ blocks: [], held: ["CCP1"], interviewPassed: true })).toBe("no_ccp");
  });
});

test.each([
  [[], ["CCP1", "CCP2", "CCP3"]],
  [["CCP2"], ["CCP1", "CCP3"]],
  [["CCP1", "CCP2", "OTHER3"], ["CCP3"]],
  [["CCP3", "CCP2", "CCP1"], []],
])("with %j held, the interview waits for %j (E9, E10)", (held, missing) => {
  expect(checkInterview({ blocks, held })).toEqual(missing);
});

describe("for any edition", () => {
  const settings = { seed: 20170516, numRuns: 500 };
  const codes = ["CCP1", "CCP2", "CCP3", "CCP4", "OTHER"];
  const editions = fc.record({
    blocks: fc.subarray(codes.slice(0, 4), { minLength: 1 }),
    held: fc.oneof(fc.subarray(codes), fc.constant(codes)),
    interviewPassed: fc.boolean(),
  });
  const rank = (state: CertificationState) => ["no_ccp", "some_ccp", "all_ccp_without_title", "title"].indexOf(state);

  test("a CCP more, or the interview, never lowers the state (E11)", () => {
    const property = fc.property(editions, fc.constantFrom(...codes), (path, code) => {
      const before = rank(certificationState(path));
      expect(rank(certificationState({ ...path, held: [...path.held, code] }))).toBeGreaterThanOrEqual(before);
      expect(rank(certificationState({ ...path, interviewPassed: true }))).toBeGreaterThanOrEqual(before);
    });
    fc.assert(property, settings);
  });

  test("there is a title exactly with every CCP and the interview", () => {
    const property = fc.property(editions, (path) => {
      const all = path.blocks.every((code) => new Set(path.held).has(code));
      expect(certificationState(path) === "title").toBe(all && path.interviewPassed);
      expect(checkInterview(path).length === 0).toBe(all);
    });
    fc.assert(property, settings);
  });
});

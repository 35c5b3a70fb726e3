import { describe, expect, it } from "vitest";
import { groupFindings, isOfResources, lackingIn } from "./finding-groups.ts";

function finding(code: string, detail: string = code, facts: Record<string, unknown> = {}) {
  return { code, detail, facts };
}

describe("what is to be looked at in a plan", () => {
  it("is told kind by kind, the many of one kind folded behind the first", () => {
    const orders = [1, 2, 3, 4].map((number) => finding("block_order", `CCP ${number}`));
    const groups = groupFindings([orders[0] ?? finding("x"), finding("weekend_day"), ...orders.slice(1)]);
    expect(groups.map(({ shown, folded }) => [shown.length, folded.length])).toEqual([
      [1, 3],
      [1, 0],
    ]);
  });

  it("is told whole while there are few of a kind", () => {
    const three = [1, 2, 3].map((number) => finding("weekend_day", String(number)));
    expect(groupFindings(three)).toEqual([{ shown: three, folded: [] }]);
  });

  it("can be repaired where somebody or a room is missing or away", () => {
    expect(["trainer_missing", "room_unavailable"].every((code) => isOfResources({ code }))).toBe(true);
    expect(["block_order", "room_too_small"].some((code) => isOfResources({ code }))).toBe(false);
  });

  it("says how many half-days want somebody, or a room", () => {
    const findings = [finding("trainer_missing", "", { count: 4, days: [] }), finding("weekend_day")];
    expect(lackingIn(findings, "trainer")).toBe(4);
    expect(lackingIn(findings, "room")).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPrescribed } from "./prescribed.ts";

const programme = [
  { code: "CCP1", minutes: 4620 },
  { code: "CCP2", minutes: 6720 },
  { code: "CCP3", minutes: 4620 },
];
const whole = programme.map(({ code, minutes }) => ({ blockCode: code, minutes }));
const nothing = whole.map(({ blockCode }) => ({ blockCode, minutes: 0 }));

test.each(["fpc", "vae"] as const)("the whole programme holds on the %s route, in any order", (route) => {
  expect(checkPrescribed(whole, programme, route)).toEqual([]);
  expect(checkPrescribed(whole.toReversed(), programme, route)).toEqual([]);
});

test("a block may be shortened, or left out by saying 0", () => {
  const shorter = [{ blockCode: "CCP1", minutes: 0 }, { blockCode: "CCP2", minutes: 210 }, ...whole.slice(2)];
  expect(checkPrescribed(shorter, programme, "fpc")).toEqual([]);
});

test("a VAE candidate has no minutes at all, or a top-up (A4); a trainee is taught something", () => {
  expect(checkPrescribed(nothing, programme, "vae")).toEqual([]);
  const topUp = [{ blockCode: "CCP1", minutes: 420 }, ...nothing.slice(1)];
  expect(checkPrescribed(topUp, programme, "vae")).toEqual([]);
  expect(checkPrescribed(nothing, programme, "fpc")).toEqual([
    { pointer: "/prescribed", code: "nothing_prescribed", facts: { programmeMinutes: 15_960 } },
  ]);
});

describe("is refused", () => {
  test("a block of another programme", () => {
    expect(checkPrescribed([...whole, { blockCode: "CCP9", minutes: 210 }], programme, "fpc")).toEqual([
      {
        pointer: "/prescribed/3/blockCode",
        code: "unknown_block",
        facts: { blockCode: "CCP9", known: ["CCP1", "CCP2", "CCP3"] },
      },
    ]);
  });

  test("a block named twice", () => {
    expect(checkPrescribed([...whole, { blockCode: "CCP2", minutes: 210 }], programme, "fpc")).toEqual([
      {
        pointer: "/prescribed/3/blockCode",
        code: "block_twice",
        facts: { blockCode: "CCP2", first: "/prescribed/1/blockCode" },
      },
    ]);
  });

  test.each(["fpc", "vae"] as const)("a block left unsaid, on the %s route too", (route) => {
    expect(checkPrescribed(whole.slice(0, 2), programme, route)).toEqual([
      { pointer: "/prescribed", code: "block_missing", facts: { blockCode: "CCP3" } },
    ]);
    expect(checkPrescribed([], programme, route).map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => "block_missing"),
    );
  });

  test("a minute more than the programme teaches", () => {
    const longer = [{ blockCode: "CCP1", minutes: 4621 }, ...whole.slice(1)];
    expect(checkPrescribed(longer, programme, "vae")).toEqual([
      {
        pointer: "/prescribed/0/minutes",
        code: "minutes_above_programme",
        facts: { blockCode: "CCP1", minutes: 4621, programmeMinutes: 4620 },
      },
    ]);
  });

  test("everything at once", () => {
    const muddled = [
      { blockCode: "CCP1", minutes: 9999 },
      { blockCode: "CCP1", minutes: 0 },
      { blockCode: "CCP9", minutes: 0 },
    ];
    expect(checkPrescribed(muddled, programme, "fpc").map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/prescribed/0/minutes", "minutes_above_programme"],
      ["/prescribed/2/blockCode", "unknown_block"],
      ["/prescribed/1/blockCode", "block_twice"],
      ["/prescribed", "block_missing"],
      ["/prescribed", "block_missing"],
    ]);
  });
});

test("what holds names each block once and is nowhere longer than the programme", () => {
  const block = fc.record({
    blockCode: fc.constantFrom("CCP1", "CCP2", "CCP3", "CCP9"),
    minutes: fc.constantFrom(0, 210, 4620, 6720),
  });
  const lists = fc.oneof(
    fc.array(block, { maxLength: 4 }),
    fc.tuple(...programme.map(({ code }) => block.map(({ minutes }) => ({ blockCode: code, minutes })))),
  );
  let held = 0;
  const property = fc.property(lists, fc.constantFrom("fpc", "vae"), (prescribed, route) => {
    if (checkPrescribed(prescribed, programme, route).length > 0) return;
    held += 1;
    expect(prescribed.map(({ blockCode }) => blockCode).toSorted()).toEqual(["CCP1", "CCP2", "CCP3"]);
    for (const { code, minutes } of programme) {
      expect(prescribed.find(({ blockCode }) => blockCode === code)?.minutes).toBeLessThanOrEqual(minutes);
    }
  });
  fc.assert(property, { seed: 20170516, numRuns: 300 });
  expect(held).toBeGreaterThan(50);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { checkWaiver, type Waiver } from "./waiver.ts";

const training = { startsOn: "2017-05-16", endsOn: "2018-03-31" };
const waiver: Waiver = { employedFrom: "2015-09-01", employedUntil: null, proofSeenOn: "2017-05-02" };
const today = "2017-05-10";

test.each<[string, Partial<Waiver>]>([
  ["an employment that goes on", {}],
  ["one from the first day", { employedFrom: "2017-05-16" }],
  ["one to the last day", { employedUntil: "2018-03-31" }],
  ["a proof seen today", { proofSeenOn: "2017-05-10" }],
])("%s waives the placement (P2)", (_, change) => {
  expect(checkWaiver({ ...waiver, ...change }, training, today)).toEqual([]);
});

test.each<[string, Partial<Waiver>, object[]]>([
  [
    "employed from the day after the start",
    { employedFrom: "2017-05-17" },
    [
      {
        pointer: "/employedFrom",
        code: "employed_too_late",
        facts: { employedFrom: "2017-05-17", startsOn: "2017-05-16" },
      },
    ],
  ],
  [
    "a job that ends the day before the training",
    { employedUntil: "2018-03-30" },
    [
      {
        pointer: "/employedUntil",
        code: "employed_not_long_enough",
        facts: { employedUntil: "2018-03-30", endsOn: "2018-03-31" },
      },
    ],
  ],
  [
    "a proof seen tomorrow",
    { proofSeenOn: "2017-05-11" },
    [{ pointer: "/proofSeenOn", code: "proof_in_future", facts: { proofSeenOn: "2017-05-11", today: "2017-05-10" } }],
  ],
  [
    "a job that ends before it begins",
    { employedFrom: "2016-01-01", employedUntil: "2015-12-31" },
    [
      { pointer: "/employedUntil", code: "employed_not_long_enough" },
      {
        pointer: "/employedUntil",
        code: "employment_reversed",
        facts: { employedFrom: "2016-01-01", employedUntil: "2015-12-31" },
      },
    ],
  ],
])("%s is refused (P2)", (_, change, faults) => {
  const found = checkWaiver({ ...waiver, ...change }, training, today);
  expect(found).toHaveLength(faults.length);
  expect(found).toMatchObject(faults);
});

test("every fault is listed at once", () => {
  const muddled = { employedFrom: "2017-06-01", employedUntil: "2017-05-31", proofSeenOn: "2017-06-01" };
  expect(checkWaiver(muddled, training, today).map(({ code }) => code)).toEqual([
    "employed_too_late",
    "employed_not_long_enough",
    "employment_reversed",
    "proof_in_future",
  ]);
});

test("a waiver holds exactly when each day of the training is one of the employment", () => {
  const day = fc.integer({ min: 10, max: 19 }).map((each) => `2017-05-${each}`);
  const property = fc.property(day, fc.option(day), day, day, (employedFrom, employedUntil, one, other) => {
    const [startsOn = one, endsOn = other] = [one, other].toSorted();
    const days = Array.from({ length: 10 }, (_, index) => `2017-05-${10 + index}`);
    const isEmployed = (each: string) => employedFrom <= each && (employedUntil === null || each <= employedUntil);
    const covers = days.filter((each) => startsOn <= each && each <= endsOn).every(isEmployed);
    const faults = checkWaiver({ employedFrom, employedUntil, proofSeenOn: today }, { startsOn, endsOn }, today);
    expect(faults.length === 0).toBe(covers);
  });
  fc.assert(property, { seed: 20170516, numRuns: 500 });
});

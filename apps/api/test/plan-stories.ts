import fc from "fast-check";

// Few days, half-days and people, so that they get into each other's way; one day is a holiday, one a Sunday.
const days = ["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-21", "2017-05-22", "2017-05-25", "2017-10-29"];
const place = { day: fc.constantFrom(...days), slot: fc.constantFrom("am" as const, "pm" as const) };
const cohort = fc.nat({ max: 1 });
const index = fc.nat({ max: 5 });
/** Nobody, one of two, or nothing said. */
const one = fc.option(fc.constantFrom(null, 0, 1), { nil: undefined });
const edit = fc.record(
  { index, trainer: one, room: one, remote: fc.boolean(), blockCode: fc.constantFrom("CCP1", "CCP2"), ...place },
  { requiredKeys: ["index"] },
);

/** What a referent does to the plan of one of two cohorts; half-days and changes by their index. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      cohort,
      edits: fc.uniqueArray(edit, { selector: ({ index }) => index, minLength: 1, maxLength: 4 }),
      overrideReason: fc.option(fc.constant("Portes ouvertes"), { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("swap" as const), cohort, index, other: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), cohort, index, ...place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("session" as const),
      cohort,
      days: fc.uniqueArray(fc.constantFrom(...days), { minLength: 4, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("cancel" as const),
      cohort,
      index,
      replacement: fc.option(fc.record(place), { nil: undefined }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("undo" as const), cohort }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("undoAny" as const), cohort, change: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("redo" as const), cohort }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("publish" as const),
      cohort,
      gapReason: fc.option(fc.constant("Voulu ainsi"), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("discard" as const), cohort }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hold" as const), cohort, index }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** Whatever is undone, done again at once. */
const undoneAndAgain = fc.record({ cohort, change: fc.nat({ max: 5 }) }).map(({ cohort, change }): Step[] => [
  { kind: "undoAny", cohort, change },
  { kind: "redo", cohort },
]);
/** Steps of two cohorts, as many and in such an order as chance has it. */
export const steps = fc
  .array(fc.oneof({ weight: 6, arbitrary: step.map((made) => [made]) }, { weight: 1, arbitrary: undoneAndAgain }), {
    minLength: 8,
    maxLength: 16,
  })
  .map((made) => made.flat());

const given = (cohort: number, index: number, trainer: 0 | 1): Step => ({
  kind: "edit",
  cohort,
  edits: [{ index, trainer }],
  overrideReason: undefined,
});
const publish = (cohort: number, gapReason?: "Voulu ainsi"): Step => ({ kind: "publish", cohort, gapReason });

/** A story in which all that the test is about is met, with what the API answers. */
export const story: [Step, string][] = [
  [given(0, 0, 0), "200"],
  [given(1, 0, 0), "200"],
  [publish(0), "200"],
  [publish(1), "half_day_overlap"],
  [{ kind: "discard", cohort: 1 }, "200"],
  [given(1, 0, 0), "half_day_overlap"],
  [{ kind: "move", cohort: 0, index: 1, day: "2017-05-22", slot: "am" }, "200"],
  [{ kind: "undo", cohort: 0 }, "200"],
  [{ kind: "redo", cohort: 0 }, "200"],
  [given(0, 2, 0), "200"],
  [given(0, 2, 1), "200"],
  [{ kind: "undoAny", cohort: 0, change: 1 }, "illegal_move"],
  [{ kind: "move", cohort: 0, index: 2, day: "2017-05-16", slot: "pm" }, "200"],
  [{ kind: "undoAny", cohort: 0, change: 3 }, "half_day_overlap"],
  [{ kind: "undoAny", cohort: 0, change: 1 }, "200"],
  [{ kind: "swap", cohort: 0, index: 3, other: 4 }, "200"],
  [{ kind: "cancel", cohort: 0, index: 5, replacement: undefined }, "200"],
  [publish(0), "reason_required"],
  [publish(0, "Voulu ainsi"), "200"],
  [{ kind: "hold", cohort: 0, index: 0 }, "200"],
  [given(0, 0, 1), "illegal_move"],
];

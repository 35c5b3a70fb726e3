import { expect, test } from "vitest";
import { draftOf, type KeptChange } from "./draft.ts";
import type { PlanRow, PlanRows } from "./plan-rows.ts";
import { changeBetween, inOrder } from "./row-changes.ts";

const ids = ["a", "b", "c"].map((letter) => `01890a5d-ac96-774b-bcce-b3020000000${letter}`);
const [one = "", two = "", three = ""] = ids;

const rowOf = (id: string, more: Partial<PlanRow> = {}): PlanRow => ({
  id,
  sessionId: null,
  kind: "exam",
  day: "2018-03-05",
  slot: "am",
  startsAt: "2018-03-05T09:00",
  endsAt: "2018-03-05T12:30",
  blockId: null,
  trainerId: null,
  roomId: null,
  remote: false,
  state: "planned",
  cancelledReason: null,
  overrideReason: null,
  replacesId: null,
  competencyIds: [],
  ...more,
});
const planOf = (...halfDays: PlanRow[]): PlanRows => ({ halfDays: inOrder(halfDays), gapReason: null });

/** The changes that lead from each plan to the next. */
function changesOf(...plans: PlanRows[]): KeptChange[] {
  return plans.slice(1).flatMap((after, index) => {
    const change = changeBetween(plans[index] ?? after, after);
    return change === null ? [] : [{ id: ids[index] ?? "", eventId: ids[index] ?? "", change }];
  });
}

const appliesOf = ({ changes }: ReturnType<typeof draftOf>) => changes.map(({ applies }) => applies);

test("a draft is the published plan with its changes made in their order; without any it is the published plan", () => {
  const plans = [
    planOf(rowOf(one)),
    planOf(rowOf(one, { trainerId: two }), rowOf(two)),
    planOf(rowOf(one, { trainerId: three }), rowOf(two, { roomId: one })),
    planOf(rowOf(two, { roomId: one })),
  ] as const;
  const draft = draftOf(plans[0], changesOf(...plans));
  expect(draft).toMatchObject({ published: plans[0], rows: plans[3] });
  expect(appliesOf(draft)).toEqual([true, true, true]);
  expect(draftOf(plans[0], [])).toEqual({ published: plans[0], rows: plans[0], changes: [] });
});

test("a change that was overtaken is left out and said so, with what builds on it; the others are made", () => {
  const plans = [
    planOf(rowOf(one), rowOf(two)),
    planOf(rowOf(one, { trainerId: two }), rowOf(two)),
    planOf(rowOf(one, { trainerId: three }), rowOf(two)),
    planOf(rowOf(one, { trainerId: three }), rowOf(two, { roomId: one })),
  ] as const;
  const held = planOf(rowOf(one, { state: "held" }), rowOf(two));
  const draft = draftOf(held, changesOf(...plans));
  expect(appliesOf(draft)).toEqual([false, false, true]);
  expect(draft.rows).toEqual(planOf(rowOf(one, { state: "held" }), rowOf(two, { roomId: one })));
});

test("a change no longer in it takes with it what was made of the half-days it brought", () => {
  const plans = [planOf(), planOf(rowOf(one)), planOf(rowOf(one, { trainerId: two }))];
  const [, given] = changesOf(...plans);
  const draft = draftOf(planOf(), given === undefined ? [] : [given]);
  expect([appliesOf(draft), draft.rows]).toEqual([[false], planOf()]);
});

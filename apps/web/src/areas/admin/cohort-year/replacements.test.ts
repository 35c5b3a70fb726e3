import { describe, expect, it } from "vitest";
import type { HalfDay } from "@passerelle/contracts/plans";
import { replacementOf, understaffed } from "./replacements.ts";

function half(id: string, part: Partial<HalfDay> = {}): HalfDay {
  return {
    id,
    kind: "teaching",
    state: "planned",
    trainer: null,
    room: null,
    remote: false,
    replacesId: null,
    ...part,
  } as HalfDay;
}

describe("a half-day held in place of another", () => {
  const halfDays = [half("a", { state: "cancelled" }), half("b", { replacesId: "a" }), half("c")];

  it("names it, and is named by it", () => {
    const [a, b, c] = halfDays as [HalfDay, HalfDay, HalfDay];
    expect(replacementOf(b, halfDays).replaces).toBe(a);
    expect(replacementOf(a, halfDays).replacedBy).toBe(b);
    expect(replacementOf(c, halfDays)).toEqual({ replaces: undefined, replacedBy: undefined });
  });

  it("no longer stands for it once it is cancelled too", () => {
    const a = half("a", { state: "cancelled" });
    expect(replacementOf(a, [a, half("b", { replacesId: "a", state: "cancelled" })]).replacedBy).toBeUndefined();
  });
});

it("a half-day at a distance lacks no room, one of the exam no trainer, one held or cancelled nothing", () => {
  const person = { id: "t", name: "Amel Exemple" };
  const lacking = understaffed([
    half("a"),
    half("b", { remote: true, trainer: person }),
    half("c", { state: "held" }),
    half("d", { state: "cancelled" }),
    half("e", { kind: "exam" }),
  ]);
  expect(lacking.trainer.map(({ id }) => id)).toEqual(["a"]);
  expect(lacking.room.map(({ id }) => id)).toEqual(["a", "e"]);
});

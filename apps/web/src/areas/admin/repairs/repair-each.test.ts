import type { BrokenHalfDay, Repair } from "@passerelle/contracts/repairs";
import { describe, expect, it } from "vitest";
import { aHalfDay } from "../planner/planner.fixture.ts";
import { repairEach } from "./repair-each.ts";

const way = (detail: string): Repair => ({ kind: "room", detail, costs: [], edit: [], day: "", slot: "am" });
const broken = (id: string, ...ways: string[]): BrokenHalfDay => ({
  halfDay: aHalfDay(id),
  problems: [],
  repairs: ways.map(way),
});

/** Half-days that are broken in turn as listed; after the last they are whole. */
function workshop(stages: Readonly<Record<string, BrokenHalfDay[]>>, refused: string[] = []) {
  const made: string[] = [];
  const tried: string[] = [];
  const left = new Map(Object.entries(stages).map(([id, its]) => [id, [...its]]));
  return {
    made,
    tried,
    run: () =>
      repairEach({
        read: async () => [...left.values()].flatMap((its) => its.slice(0, 1)),
        reread: async (id) => left.get(id)?.[0],
        make: async ({ halfDay }, { detail }) => {
          tried.push(`${halfDay.id} ${detail}`);
          if (refused.includes(detail)) return "Salle déjà prise.";
          made.push(`${halfDay.id} ${detail}`);
          left.get(halfDay.id)?.shift();
          return null;
        },
      }),
  };
}

describe("repairing all", () => {
  it("does the first repair of each in turn", async () => {
    const { run, made } = workshop({ a: [broken("a", "best", "second")], b: [broken("b", "other")] });
    const { done, left } = await run();
    expect(made).toEqual(["a best", "b other"]);
    expect(done.map(({ broken: { halfDay }, details }) => [halfDay.id, details])).toEqual([
      ["a", ["best"]],
      ["b", ["other"]],
    ]);
    expect(left).toEqual([]);
  });

  it("goes on while a half-day lacks more than one thing", async () => {
    const { run, made } = workshop({ a: [broken("a", "a trainer"), broken("a", "a room")] });
    expect((await run()).done[0]?.details).toEqual(["a trainer", "a room"]);
    expect(made).toHaveLength(2);
  });

  it("says what could not be repaired: nothing to do, or refused and why", async () => {
    const { run, made, tried } = workshop({ a: [broken("a")], b: [broken("b", "taken")], c: [broken("c", "fine")] }, [
      "taken",
    ]);
    const { left } = await run();
    expect(tried).toEqual(["b taken", "c fine"]);
    expect(left.map(({ broken: { halfDay }, refusal }) => [halfDay.id, refusal])).toEqual([
      ["a", null],
      ["b", "Salle déjà prise."],
    ]);
    expect(made).toEqual(["c fine"]);
  });

  it("leaves alone what another repair has repaired too, and ends when nothing gets better", async () => {
    const { run } = workshop({ a: [broken("a", "x"), broken("a", "x"), broken("a", "x"), broken("a", "x")] });
    const { done, left } = await run();
    expect(done).toEqual([]);
    expect(left).toHaveLength(1);
  });
});

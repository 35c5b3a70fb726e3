import { expect, it } from "vitest";
import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";
import { groupConflicts } from "./conflict-groups.ts";

function conflict(kind: HalfDayConflict["kind"], day: string, part: Partial<HalfDayConflict["other"]> = {}) {
  const other = { cohortId: "b", cohortName: "2017-B", roomName: "Garrigue", trainerName: "Amel", ...part };
  return { kind, day, slot: "am", other, detail: `${kind} ${day}`, halfDayId: day } as HalfDayConflict;
}

it("conflicts over one room with one cohort are told together, from the first day to the last", () => {
  const found = groupConflicts([
    conflict("room", "2017-06-21"),
    conflict("room", "2017-06-20"),
    conflict("room", "2017-06-22", { cohortId: "c", cohortName: "2017-C" }),
    conflict("trainer", "2017-06-20"),
  ]);
  expect(found).toEqual([
    {
      kind: "room",
      name: "Garrigue",
      cohortName: "2017-B",
      count: 2,
      from: "2017-06-20",
      to: "2017-06-21",
      detail: "room 2017-06-20",
    },
    expect.objectContaining({ kind: "room", cohortName: "2017-C", count: 1, detail: "room 2017-06-22" }),
    expect.objectContaining({ kind: "trainer", name: "Amel", count: 1 }),
  ]);
});

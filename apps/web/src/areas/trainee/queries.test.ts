import type { Enrolment } from "@passerelle/contracts/enrolments";
import { expect, it } from "vitest";
import { chosenEnrolment } from "./queries.ts";

function path(id: string, state: string, stateSince: string): Enrolment {
  return { id, state, stateSince } as Enrolment; // as: only what is looked at
}

const earlier = path("earlier", "completed", "2018-03-20");
const gone = path("gone", "dropped_out", "2026-02-01");
const now = path("now", "in_training", "2025-10-01");

it("shows the path that goes on rather than one that ended later", () => {
  expect(chosenEnrolment([earlier, gone, now], undefined)).toBe(now);
});

it("shows the latest when all are over, and none when there is none", () => {
  expect(chosenEnrolment([earlier, gone], undefined)).toBe(gone);
  expect(chosenEnrolment([], undefined)).toBeNull();
});

it("shows the one that is asked for, unless it is not one's own", () => {
  expect(chosenEnrolment([earlier, now], "earlier")).toBe(earlier);
  expect(chosenEnrolment([earlier, now], "somebody else's")).toBe(now);
});

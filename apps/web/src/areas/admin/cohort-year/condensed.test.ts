import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";
import { expect, it } from "vitest";
import { ApiError } from "../../../api/api-error.ts";
import { condensed } from "./condensed.ts";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const conflict: HalfDayConflict = {
  halfDayId: ID,
  kind: "room",
  day: "2017-06-20",
  slot: "am",
  other: {
    id: ID,
    startsAt: "2017-06-20T09:00",
    endsAt: "2017-06-20T12:30",
    blockCode: "CCP1",
    cohortId: ID,
    cohortName: "Promotion 2017-B",
    trainerName: null,
    roomName: "Garrigue",
  },
  detail: "Mardi 20 juin 2017, matin : la salle Garrigue est déjà prise.",
};

function refused(facts: Record<string, unknown>): ApiError {
  const errors = [{ pointer: "/days/0", code: "room_taken", detail: conflict.detail }];
  return new ApiError({
    type: "t",
    title: "Demi-journée déjà prise",
    status: 409,
    detail: "Tout.",
    code: "half_day_overlap",
    requestId: "r",
    errors,
    facts,
  });
}

const inOne = (conflicts: readonly HalfDayConflict[]) => [`${conflicts.length} en une phrase.`];

it("a refusal for several conflicts is told in few sentences, its title and status kept", () => {
  const told = condensed(refused({ conflicts: [conflict, conflict] }), inOne);
  expect(told.problem).toMatchObject({ title: "Demi-journée déjà prise", detail: "2 en une phrase.", errors: [] });
  expect(told.status).toBe(409);
});

it("any other refusal is told as it is", () => {
  for (const problem of [refused({ conflicts: [conflict] }), refused({}), new ApiError(null)]) {
    expect(condensed(problem, inOne)).toBe(problem);
  }
});

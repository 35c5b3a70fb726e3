import { expect, it } from "vitest";
import { cancellationBody, NONE, THE_SAME, type Cancelling } from "./cancellation.ts";

const cancelling: Cancelling = {
  reason: "Salle inondée",
  isReplaced: true,
  replacement: { day: "2017-06-16", slot: "am", trainerId: THE_SAME, roomId: THE_SAME, overrideReason: "  " },
};

it("a cancellation without a replacement says only why, whatever was filled in before", () => {
  expect(cancellationBody({ ...cancelling, isReplaced: false })).toEqual({ reason: "Salle inondée" });
});

it("a replacement keeps trainer and room where nothing else is chosen", () => {
  expect(cancellationBody(cancelling)).toEqual({
    reason: "Salle inondée",
    replacement: { day: "2017-06-16", slot: "am" },
  });
});

it("a replacement may have another trainer, no room yet, and a reason to be on a day off", () => {
  const replacement = { ...cancelling.replacement, trainerId: "t", roomId: NONE, overrideReason: " Accord écrit " };
  expect(cancellationBody({ ...cancelling, replacement }).replacement).toEqual({
    day: "2017-06-16",
    slot: "am",
    trainerId: "t",
    roomId: null,
    overrideReason: "Accord écrit",
  });
});

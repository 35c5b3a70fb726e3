import type { InputOf } from "@passerelle/contracts/http";
import type { Slot } from "@passerelle/contracts/plans";
import type { halfDayCancel } from "@passerelle/contracts/sessions";
import { reasonPart } from "./edits.ts";

/** Kept as they are: what `trainerId` and `roomId` of a replacement say while nothing else is chosen. */
export const THE_SAME = "";
export const NONE = "none";

/** A cancellation as its form has it. */
export interface Cancelling extends Record<string, unknown> {
  readonly reason: string;
  readonly isReplaced: boolean;
  readonly replacement: {
    readonly day: string;
    readonly slot: Slot;
    readonly trainerId: string;
    readonly roomId: string;
    readonly overrideReason: string;
  };
}

/** What the API takes: a replacement only when one is wished, trainer and room only where they change. */
export function cancellationBody({
  reason,
  isReplaced,
  replacement,
}: Cancelling): InputOf<typeof halfDayCancel>["body"] {
  if (!isReplaced) return { reason };
  const { day, slot, trainerId, roomId } = replacement;
  return {
    reason,
    replacement: {
      day,
      slot,
      ...(trainerId === THE_SAME ? {} : { trainerId: trainerId === NONE ? null : trainerId }),
      ...(roomId === THE_SAME ? {} : { roomId: roomId === NONE ? null : roomId }),
      ...reasonPart(replacement),
    },
  };
}

import type { HalfDay } from "@passerelle/contracts/plans";

/** What somebody else changed of a half-day meanwhile. */
export type Change = "cancelled" | "moved" | "trainer" | "room" | "state" | "content";

/** How a half-day differs from what was shown; nothing when it was another part of its plan that changed. */
export function whatChanged(before: HalfDay, after: HalfDay): Change[] {
  if (after.state === "cancelled") return before.state === "cancelled" ? [] : ["cancelled"];
  const changes: Change[] = [];
  if (before.day !== after.day || before.slot !== after.slot) changes.push("moved");
  if (before.trainer?.id !== after.trainer?.id) changes.push("trainer");
  if (before.room?.id !== after.room?.id || before.remote !== after.remote) changes.push("room");
  if (before.state !== after.state) changes.push("state");
  if (before.blockCode !== after.blockCode) changes.push("content");
  return changes;
}

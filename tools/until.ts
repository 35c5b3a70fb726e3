import { setTimeout as pause } from "node:timers/promises";

/** Polls until `probe` answers something other than `undefined`; answers `undefined` once `timeoutMs` has passed. */
export async function until<Found>(
  probe: () => Found | undefined | Promise<Found | undefined>,
  timeoutMs: number,
): Promise<Found | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) return undefined;
    await pause(20);
  }
}

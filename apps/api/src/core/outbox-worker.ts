import { setTimeout } from "node:timers/promises";
import { deliverNext, type DeliveryOptions, openQueue } from "./outbox-delivery.ts";

const idleMilliseconds = 1_000;
const troubleMilliseconds = 5_000;

/** Delivers letters as they are posted, one at a time, until stopped; stopping lets the one under way leave. */
export async function startOutbox(options: DeliveryOptions): Promise<{ stop(): Promise<void> }> {
  const queue = await openQueue(options, true);
  const stopping = new AbortController();
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await queue.stop({ graceful: false });
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const pause = await step();
      // Rejects when stopped, which ends the pause as well.
      if (pause > 0) await setTimeout(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function step(): Promise<number> {
    try {
      return (await deliverNext(queue, options)) ? 0 : idleMilliseconds;
    } catch (error) {
      options.log.warn({ err: error }, "the queue of letters cannot be read");
      return troubleMilliseconds;
    }
  }
}

/** Delivers what is due now, and no more: what `startOutbox` does, without waiting for what comes. */
export async function deliverDue(options: DeliveryOptions): Promise<void> {
  const queue = await openQueue(options, false);
  try {
    while (await deliverNext(queue, options));
  } finally {
    await queue.stop({ graceful: false });
  }
}

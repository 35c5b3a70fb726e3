import type { BrokenHalfDay, Repair } from "@passerelle/contracts/repairs";

export interface Workshop {
  /** What is broken now. */
  readonly read: () => Promise<readonly BrokenHalfDay[]>;
  /** One of them as it is now; undefined when it is broken no more. */
  readonly reread: (halfDayId: string) => Promise<BrokenHalfDay | undefined>;
  /** Does a repair; answers why it was refused, null when it is done. */
  readonly make: (broken: BrokenHalfDay, repair: Repair) => Promise<string | null>;
  readonly onStep?: (done: number, of: number) => void;
}

export interface Repaired {
  readonly done: readonly { readonly broken: BrokenHalfDay; readonly details: readonly string[] }[];
  /** Those that are broken still; `refusal` is null when nothing was found to do. */
  readonly left: readonly { readonly broken: BrokenHalfDay; readonly refusal: string | null }[];
}

/** A half-day may want a trainer and a room: that many repairs, and no more. */
const MOST_ROUNDS = 3;

/**
 * Repairs each half-day in turn by the cheapest way, looked up anew each time: what served one is no longer free for the
 * next. Says what could not be repaired.
 */
export async function repairEach({ read, reread, make, onStep }: Workshop): Promise<Repaired> {
  const broken = await read();
  const done: { broken: BrokenHalfDay; details: string[] }[] = [];
  const left: { broken: BrokenHalfDay; refusal: string | null }[] = [];
  for (const [index, each] of broken.entries()) {
    onStep?.(index + 1, broken.length);
    const { details, still, refusal } = await repairOne(each, reread, make);
    if (details.length > 0 && still === undefined) done.push({ broken: each, details });
    else if (still !== undefined) left.push({ broken: still, refusal });
  }
  return { done, left };
}

async function repairOne({ halfDay }: BrokenHalfDay, reread: Workshop["reread"], make: Workshop["make"]) {
  const details: string[] = [];
  let refusal: string | null = null;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = await reread(halfDay.id);
    if (now === undefined) return { details, still: undefined, refusal };
    const [best] = now.repairs;
    refusal = best === undefined ? null : await make(now, best);
    if (best === undefined || refusal !== null) return { details, still: now, refusal };
    details.push(best.detail);
  }
  return { details, still: await reread(halfDay.id), refusal };
}

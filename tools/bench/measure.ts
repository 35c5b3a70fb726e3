import { cpus } from "node:os";

const warmUps = 150;
/** How many calls of each a median is of. */
export const rounds = 400;

/** Calls each in turn, so that what else the machine does weighs on all; medians in milliseconds, first calls not counted. */
export async function measure<Name extends string>(
  calls: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(calls) as Name[]; // as: its keys are its names
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const time = await timeOf(calls[name]);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>; // as: of each name
}

/** The machine it was measured on. */
export function machine(): string {
  const processors = cpus();
  return `${processors.length} cores (${processors[0]?.model.trim() ?? "unknown"}), Node ${process.version}, embedded PostgreSQL`;
}

export function inMs(value: number): string {
  return `${value.toFixed(2)} ms`;
}

/** How long a call takes, in milliseconds. */
export async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Medians in milliseconds of two ways to the same rows. */
export interface Measured {
  readonly app: number;
  readonly sql: number;
  readonly rounds: number;
}

interface Measurable {
  readonly app: () => Promise<unknown>;
  readonly sql: () => Promise<unknown>;
}

const warmUps = 150;
const rounds = 400;

/** Calls each in turn, so that what else the machine does weighs on both; the first calls are not counted. */
export async function measure({ app, sql }: Measurable): Promise<Measured> {
  const times = { app: [] as number[], sql: [] as number[] };
  for (let round = -warmUps; round < rounds; round++) {
    const pair = { app: await timeOf(app), sql: await timeOf(sql) };
    if (round < 0) continue;
    times.app.push(pair.app);
    times.sql.push(pair.sql);
  }
  return { app: median(times.app), sql: median(times.sql), rounds };
}

async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

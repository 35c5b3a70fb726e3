export type Say = (line: string) => void;

/** Says what begins and how long it took, so that a slow step never looks like a stuck one. */
export async function step<Result>(say: Say, title: string, work: () => Promise<Result>): Promise<Result> {
  say(`${title} …`);
  const begun = performance.now();
  const result = await work();
  say(`  ${outcome(result)} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return result;
}

/** Steps that can be skipped answer whether they did anything. */
function outcome(result: unknown): string {
  return result === false ? "up to date" : "done";
}

import { folded } from "@passerelle/domain/people/identity";

/** Each thing once, as it was first written: case and accents apart, they are the same. */
export function eachOnce(equipment: readonly string[]): string[] {
  const once = new Map<string, string>();
  for (const thing of equipment) {
    const key = folded(thing) || thing;
    if (!once.has(key)) once.set(key, thing);
  }
  return [...once.values()];
}

import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { addMonths, civilDayAt, dayNumberOf } from "@passerelle/domain/time";

/** As far as repairs are looked for at once. */
const MONTHS = 3;

/** The days of an unavailability in which half-days can still be repaired: from today on, three months at most. */
export function repairsWindow({ from, to }: Pick<Unavailability, "from" | "to">, today: string) {
  const first = from < today ? today : from;
  const furthest = civilDayAt(addMonths(dayNumberOf(first), MONTHS));
  return { from: first, to: to === null || to > furthest ? furthest : to };
}

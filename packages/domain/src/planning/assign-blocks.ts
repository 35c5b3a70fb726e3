import { leastCostMatching } from "./least-cost-matching.ts";
import type { Place, Staffing } from "./staffing.ts";
import type { TeachingUnit } from "./teaching-order.ts";

/**
 * Which unit each place teaches: as few of them as can be without their trainer, and each as near as can be to its place
 * in the order asked for. Far from it costs more than in proportion, so that the others make room by a step each rather
 * than two change places.
 */
export function assignBlocks(
  order: readonly TeachingUnit[],
  places: readonly Place[],
  staffing: Staffing,
): readonly TeachingUnit[] {
  const lacks = (index: number, unit: TeachingUnit | undefined) => {
    const place = places[index];
    return place !== undefined && unit !== undefined && staffing.lacksTrainer(unit, place);
  };
  if (!order.some((unit, index) => lacks(index, unit))) return order;
  const size = order.length;
  const noTrainer = size ** 3 + 1; // more than every distance together
  const chosen = leastCostMatching(
    size,
    (place, wanted) => (lacks(place, order[wanted]) ? noTrainer : 0) + (place - wanted) ** 2,
  );
  return chosen.flatMap((wanted) => order.slice(wanted, wanted + 1));
}

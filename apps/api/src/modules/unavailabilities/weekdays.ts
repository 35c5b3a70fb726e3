/** Weekdays once each, Monday first: said otherwise they are the same. */
export function weekdaysInOrder(weekdays: readonly number[]): number[] {
  return [...new Set(weekdays)].toSorted((a, b) => a - b);
}

/** An item whose key an earlier one has; both by their index in the list. */
export interface Repetition {
  readonly index: number;
  readonly first: number;
  readonly key: string;
}

/** Every item after the first with its key, in the order of the list. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): Repetition[] {
  const keys = items.map(keyOf);
  return keys
    .map((key, index) => ({ key, index, first: keys.indexOf(key) }))
    .filter(({ index, first }) => index > first);
}

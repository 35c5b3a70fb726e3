/** The row to go on with once some are done: the next that stays, else the one before; none when the list empties. */
export function weekAfter(weeks: readonly { readonly id: string }[], done: ReadonlySet<string>): string | undefined {
  const last = weeks.findLastIndex(({ id }) => done.has(id));
  const before = weeks.slice(0, last + 1).findLast(({ id }) => !done.has(id));
  return (weeks[last + 1] ?? before)?.id;
}

/**
 * Gives each of so many rows a column of its own so that the costs add up to the least; costs are not negative. The
 * answer lists each row's column. A row keeps the column of its own number as long as that costs nothing: only the others
 * are looked for (shortest augmenting paths, as Jonker and Volgenant have them), in the order of their numbers.
 */
export function leastCostMatching(size: number, cost: (row: number, column: number) => number): number[] {
  const costs = Float64Array.from({ length: size * size }, (_, index) => cost(Math.floor(index / size), index % size));
  const state: State = {
    size,
    costs,
    rowPrices: new Float64Array(size),
    columnPrices: new Float64Array(size),
    rowOf: Int32Array.from({ length: size }, (_, row) => (costs[row * size + row] === 0 ? row : NONE)),
  };
  const settled = new Set(state.rowOf);
  for (let row = 0; row < size; row += 1) if (!settled.has(row)) augment(state, row);
  const columnOf: number[] = [];
  state.rowOf.forEach((row, column) => (columnOf[row] = column));
  return columnOf;
}

const NONE = -1;

interface State {
  readonly size: number;
  readonly costs: Float64Array;
  readonly rowPrices: Float64Array;
  readonly columnPrices: Float64Array;
  /** The row that has a column, or none. */
  readonly rowOf: Int32Array;
}

/** Finds the cheapest way to give one more row a column, moving others on where that is cheaper. */
function augment(state: State, start: number): void {
  const { size, rowOf } = state;
  const least = new Float64Array(size).fill(Infinity);
  const cameFrom = new Int32Array(size).fill(NONE);
  const reached: number[] = [];
  const isReached = new Uint8Array(size);
  let row = start;
  let column = NONE;
  while (row !== NONE) {
    const step = nearestColumn(state, { row, from: column, least, cameFrom, isReached });
    changePrices(state, { start, reached, by: step.distance, least, isReached });
    column = step.column;
    isReached[column] = 1;
    reached.push(column);
    row = rowOf[column] ?? NONE;
  }
  for (let next = column; next !== NONE; next = cameFrom[next] ?? NONE) {
    const before = cameFrom[next] ?? NONE;
    rowOf[next] = before === NONE ? start : (rowOf[before] ?? start);
  }
}

interface Search {
  readonly row: number;
  /** The column that leads to the row; none at the start. */
  readonly from: number;
  readonly least: Float64Array;
  readonly cameFrom: Int32Array;
  readonly isReached: Uint8Array;
}

function nearestColumn(state: State, search: Search): { column: number; distance: number } {
  const { size, costs, rowPrices, columnPrices } = state;
  const { row, from, least, cameFrom, isReached } = search;
  let nearest = { column: NONE, distance: Infinity };
  for (let column = 0; column < size; column += 1) {
    if (isReached[column] === 1) continue;
    const reduced = (costs[row * size + column] ?? 0) - (rowPrices[row] ?? 0) - (columnPrices[column] ?? 0);
    if (reduced < (least[column] ?? Infinity)) {
      least[column] = reduced;
      cameFrom[column] = from;
    }
    const distance = least[column] ?? Infinity;
    if (distance < nearest.distance) nearest = { column, distance };
  }
  return nearest;
}

interface PriceChange {
  readonly start: number;
  readonly reached: readonly number[];
  readonly by: number;
  readonly least: Float64Array;
  readonly isReached: Uint8Array;
}

function changePrices({ size, rowPrices, columnPrices, rowOf }: State, change: PriceChange): void {
  const { start, reached, by, least, isReached } = change;
  add(rowPrices, start, by);
  for (const column of reached) {
    add(rowPrices, rowOf[column] ?? start, by);
    add(columnPrices, column, -by);
  }
  for (let column = 0; column < size; column += 1) if (isReached[column] === 0) add(least, column, -by);
}

function add(values: Float64Array, index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}

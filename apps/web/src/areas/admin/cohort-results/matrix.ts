import type { CcpResult } from "@passerelle/contracts/ccp-results";
import type { TraineeProgress } from "@passerelle/contracts/progress";

/** What a cell says of a person and a CCP, or the final interview. */
type CellOutcome = "held" | "not_obtained" | "undecided";

export interface Cell {
  /** Null: the final interview. */
  readonly blockCode: string | null;
  readonly outcome: CellOutcome;
  /** Latest first, annulled ones included: both entries stay readable (E11). */
  readonly results: readonly CcpResult[];
  /** Decided, in force and not yet published. */
  readonly unpublished: CcpResult | null;
}

export interface MatrixRow {
  readonly trainee: TraineeProgress;
  readonly cells: readonly Cell[];
}

/** Trainees × CCPs and final interview, from the results of the cohort; the first row's blocks are the columns. */
export function matrixOf(trainees: readonly TraineeProgress[], results: readonly CcpResult[]): readonly MatrixRow[] {
  const byPerson = Map.groupBy(results, ({ person }) => person.id);
  return trainees.map((trainee) => {
    const own = byPerson.get(trainee.person.id) ?? [];
    const columns = [...trainee.certification.ccps.map(({ blockCode }) => blockCode), null];
    return { trainee, cells: columns.map((blockCode) => cellOf(blockCode, own, trainee)) };
  });
}

function cellOf(blockCode: string | null, own: readonly CcpResult[], trainee: TraineeProgress): Cell {
  const results = own.filter((result) => result.blockCode === blockCode).toSorted(latestFirst);
  const inForce = results.filter(({ annulled }) => annulled === null);
  return {
    blockCode,
    // The API's word: a CCP may be held since an earlier cohort, whose results are not listed here.
    outcome: outcomeOf(blockCode, trainee),
    results,
    unpublished: inForce.find(({ publishedOn }) => publishedOn === null) ?? null,
  };
}

function outcomeOf(blockCode: string | null, { certification }: TraineeProgress): CellOutcome {
  if (blockCode !== null) {
    return certification.ccps.find((ccp) => ccp.blockCode === blockCode)?.outcome ?? "undecided";
  }
  if (certification.finalInterview === "passed") return "held";
  return certification.finalInterview === "not_passed" ? "not_obtained" : "undecided";
}

function latestFirst(a: CcpResult, b: CcpResult): number {
  return b.decidedOn.localeCompare(a.decidedOn) || b.id.localeCompare(a.id);
}

/** Every result of the matrix that waits to be published. */
export function unpublishedOf(rows: readonly MatrixRow[]): readonly CcpResult[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ results }) =>
      results.filter(({ publishedOn, annulled }) => publishedOn === null && annulled === null),
    ),
  );
}

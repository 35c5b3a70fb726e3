import type { CivilDay } from "../time.ts";

/** One broken rule in a reference document: a JSON Pointer into it, which rule, and the numbers or names behind it. */
export type ReferenceFault = { readonly pointer: string } & (EditionFault | ProgrammeFault | TariffFault);

/** Something said twice that may be said once; `first` points at the first time. */
interface Twice {
  readonly name: string;
  readonly first: string;
}

// R1, R2
type EditionFault =
  | { code: "edition_twice"; facts: Twice }
  | { code: "block_twice"; facts: Twice }
  | { code: "competency_twice"; facts: Twice }
  | { code: "edition_reversed"; facts: { from: CivilDay; to: CivilDay } }
  | { code: "editions_overlap"; facts: { edition: string; from: CivilDay; to: CivilDay } }
  | { code: "replaced_edition_unknown"; facts: { edition: string } }
  | { code: "replaced_edition_not_before"; facts: { edition: string; from: CivilDay; replacedFrom: CivilDay } }
  | { code: "replaced_edition_of_other_title"; facts: { edition: string; titleCode: string } }
  | { code: "competency_unknown"; facts: { competency: string; edition: string } };

// R4, R5
type ProgrammeFault =
  | { code: "programme_twice"; facts: Twice }
  | { code: "edition_unknown"; facts: { edition: string } }
  | { code: "block_unknown"; facts: { block: string; edition: string } }
  | { code: "block_missing"; facts: { block: string; edition: string } }
  | { code: "hours_do_not_add_up"; facts: { theoryMinutes: number; blockMinutes: number; differenceMinutes: number } }
  | { code: "not_a_whole_number"; facts: { value: number; least: number } }
  | { code: "half_day_reversed"; facts: { start: string; end: string } }
  | { code: "half_days_overlap"; facts: { amEnd: string; pmStart: string } }
  | { code: "half_days_differ"; facts: { amMinutes: number; pmMinutes: number } }
  | { code: "day_too_long"; facts: { minutes: number; mostMinutes: number } };

// R6, R7
type TariffFault =
  | { code: "tariff_twice"; facts: Twice }
  | { code: "tariff_reversed"; facts: { from: CivilDay; to: CivilDay } }
  | { code: "tariffs_overlap"; facts: { tariff: string; from: CivilDay; to: CivilDay } }
  | { code: "amounts_reversed"; facts: { amountCents: number; maxAmountCents: number } };

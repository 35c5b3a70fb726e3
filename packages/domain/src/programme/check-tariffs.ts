import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import type { ReferenceFault } from "./reference-faults.ts";
import { repeated } from "./repeated.ts";

type Tariff = ReferenceImport["programmes"][number]["tariffs"][number];

/** R6 and R7 over the tariffs of one programme. `pointer` is the list's own; amounts are cents. */
export function checkTariffs(tariffs: readonly Tariff[], pointer: string): ReferenceFault[] {
  return [
    ...repeated(tariffs, ({ code }) => code).map(({ index, first, key }) => ({
      pointer: `${pointer}/${index}/code`,
      code: "tariff_twice" as const,
      facts: { name: key, first: `${pointer}/${first}/code` },
    })),
    ...tariffs.flatMap((tariff, index) => [
      ...validityFaults(tariff, tariffs.slice(0, index), `${pointer}/${index}`),
      ...amountFaults(tariff, `${pointer}/${index}`),
    ]),
  ];
}

/** R6: one product and funder has one price on any day; a tariff is compared with those before it in the list. */
function validityFaults(tariff: Tariff, earlier: readonly Tariff[], pointer: string): ReferenceFault[] {
  const { product, funder, validFrom: from, validTo: to } = tariff;
  if (to < from) return [{ pointer: `${pointer}/validTo`, code: "tariff_reversed", facts: { from, to } }];
  return earlier
    .filter((other) => other.product === product && other.funder === funder)
    .filter((other) => other.validFrom <= to && from <= other.validTo)
    .map((other) => ({
      pointer: `${pointer}/validFrom`,
      code: "tariffs_overlap",
      facts: { tariff: other.code, from: other.validFrom, to: other.validTo },
    }));
}

// R7, and R5 for the minutes a price is for
function amountFaults({ amountCents, maxAmountCents, minutes }: Tariff, pointer: string): ReferenceFault[] {
  const numbers: [at: string, value: number | null, least: number][] = [
    ["amountCents", amountCents, 0],
    ["maxAmountCents", maxAmountCents, 0],
    ["minutes", minutes, 1],
  ];
  const faults = numbers.flatMap(([at, value, least]): ReferenceFault[] => {
    if (value === null || (Number.isSafeInteger(value) && value >= least)) return [];
    return [{ pointer: `${pointer}/${at}`, code: "not_a_whole_number", facts: { value, least } }];
  });
  if (maxAmountCents === null || amountCents <= maxAmountCents) return faults;
  const facts = { amountCents, maxAmountCents };
  return [...faults, { pointer: `${pointer}/maxAmountCents`, code: "amounts_reversed", facts }];
}

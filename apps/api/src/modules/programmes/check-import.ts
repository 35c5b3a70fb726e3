import {
  programmeImport,
  type ReferenceImport,
  referenceImport,
  titleVersionImport,
} from "@passerelle/contracts/reference-import";
import { checkReference } from "@passerelle/domain/programme/check-reference";
import type { StoredEdition } from "@passerelle/domain/programme/check-edition";
import { z } from "zod";
import type { FaultText } from "../../core/api-error.ts";

import { faultsOf } from "../../http/decode.ts";
import { referenceFaultText } from "./reference-texts.ts";

export interface CheckedImport {
  /** Null when its shape does not hold. */
  readonly document: ReferenceImport | null;
  readonly faults: FaultText[];
}

/**
 * Checks the shape of a document and rules R1 to R7, all faults at once: items whose shape holds are checked by the
 * rules even when others are not.
 */
export function checkImport(body: unknown, stored: readonly StoredEdition[]): CheckedImport {
  const parsed = z.safeParse(referenceImport, body, { reportInput: true });
  if (parsed.success) return { document: parsed.data, faults: rulesOf(parsed.data, stored) };
  const shape = parsed.error.issues.flatMap((issue) => faultsOf(issue, ""));
  return { document: null, faults: [...shape, ...rulesOfWhatHolds(body, stored)] };
}

function rulesOf(document: ReferenceImport, stored: readonly StoredEdition[]): FaultText[] {
  return checkReference(document, stored).map((fault) => ({ ...fault, detail: referenceFaultText(fault) }));
}

/** The rules over the items that parse; a programme of an edition that does not is left for the next try. */
function rulesOfWhatHolds(body: unknown, stored: readonly StoredEdition[]): FaultText[] {
  const editions = wellFormed(titleVersionImport, body, "titleVersions");
  const known = new Set([...editions.values.map(({ code }) => code), ...stored.map(({ code }) => code)]);
  const programmes = wellFormed(programmeImport, body, "programmes", ({ titleVersion }) => known.has(titleVersion));
  const faults = rulesOf({ titleVersions: editions.values, programmes: programmes.values }, stored);
  return faults.map((fault) => ({ ...fault, pointer: programmes.place(editions.place(fault.pointer)) }));
}

interface WellFormed<Item> {
  readonly values: Item[];
  /** The pointer in the whole document for one in the kept items. */
  place(pointer: string): string;
}

function wellFormed<Item>(
  schema: z.ZodType<Item>,
  body: unknown,
  key: keyof ReferenceImport,
  keep: (item: Item) => boolean = () => true,
): WellFormed<Item> {
  const items: unknown = typeof body === "object" && body !== null ? (body as Record<string, unknown>)[key] : undefined;
  const kept = (Array.isArray(items) ? items : []).flatMap((item: unknown, index) => {
    const parsed = z.safeDecode(schema, item);
    return parsed.success && keep(parsed.data) ? [{ index, value: parsed.data }] : [];
  });
  const pattern = new RegExp(`^/${key}/(\\d+)`);
  return {
    values: kept.map(({ value }) => value),
    place: (pointer) => pointer.replace(pattern, (_, at: string) => `/${key}/${kept[Number(at)]?.index ?? at}`),
  };
}

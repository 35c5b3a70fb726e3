import type { ApiError } from "./api-error.ts";

export interface SortedFaults {
  /** By form path: `/contacts/0/email` becomes `contacts.0.email`. */
  readonly byField: Readonly<Record<string, string>>;
  /** Faults that belong to no field of the form, in words. */
  readonly elsewhere: readonly string[];
}

/** Sorts the faults of a refused request to the fields of the form it came from. */
export function sortFaults(error: ApiError, fields: readonly string[]): SortedFaults {
  const byField: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const fault of error.problem?.errors ?? []) {
    const path = formPath(fault.pointer);
    const isField = fields.some((field) => path === field || path.startsWith(`${field}.`));
    if (!isField) elsewhere.push(fault.detail);
    else byField[path] = path in byField ? `${byField[path]} ${fault.detail}` : fault.detail;
  }
  return { byField, elsewhere };
}

function formPath(pointer: string): string {
  const body = pointer.replace(/^\/?body(?=\/)/, "");
  return body
    .split("/")
    .filter((part) => part !== "" && part !== "#")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

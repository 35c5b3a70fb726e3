import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { UsageError } from "./usage-error.ts";

/** Reads options strictly: what is not known is refused by name. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function required(value: string | undefined, option: string): string {
  if (value !== undefined && value.trim() !== "") return value.trim();
  throw new UsageError(`--${option} is missing.`);
}

/** Checks each value against a closed list, and names the list when one is not in it. */
export function eachOf<const Allowed extends string>(
  values: readonly string[],
  allowed: readonly Allowed[],
  option: string,
): Allowed[] {
  if (values.length === 0) throw new UsageError(`--${option} is missing; it takes ${allowed.join(", ")}.`);
  return values.map((value) => {
    const known = allowed.find((candidate) => candidate === value);
    if (known === undefined) throw new UsageError(`--${option} is "${value}", but must be ${allowed.join(", ")}.`);
    return known;
  });
}

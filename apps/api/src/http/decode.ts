import type { Contract, InputOf } from "@passerelle/contracts/http";
import { z } from "zod";
import { ApiError, type FaultText } from "../core/api-error.ts";
import { shapeText } from "./shape-texts.ts";

const lookAtFields = {
  fr: "Quelque chose ne va pas dans ce qui est envoyé : corrigez les champs signalés.",
  en: "Something is wrong with what was sent: correct the fields named.",
};

const deepest = 20;
const tooDeep = {
  fr: `Le contenu envoyé imbrique plus de ${deepest} niveaux.`,
  en: `The content sent is nested more than ${deepest} levels deep.`,
};

/** Asked level by level, so that depth itself cannot exhaust anything. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? Object.values(each as Record<string, unknown>) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Decodes a request by its contract. Every fault of path, query and body is reported at once; an operation without a
 * query refuses one that is sent.
 */
export function decode(contract: Contract, raw: RawInput): InputOf<Contract> {
  if (isDeeperThan(raw.body, deepest)) throw new ApiError("request_invalid", { detail: tooDeep });
  const faults: FaultText[] = [];
  const part = (schema: z.ZodType | undefined, value: unknown, root: string): unknown => {
    if (schema === undefined) return undefined;
    const result = z.safeDecode(schema, value, { reportInput: true });
    if (result.success) return result.data;
    faults.push(...result.error.issues.flatMap((issue) => faultsOf(issue, root)));
    return undefined;
  };
  const params = part(contract.params, raw.params, "path");
  const query = part(contract.query ?? z.strictObject({}), raw.query, "query");
  const body = contract.checksBody === "command" ? raw.body : part(contract.body, raw.body, "");
  if (faults.length > 0) throw new ApiError("request_invalid", { detail: lookAtFields, errors: faults });
  return { params, query: contract.query === undefined ? undefined : query, body } as InputOf<Contract>; // as: decoded by it
}

export function faultsOf(issue: z.core.$ZodIssue, root: string): FaultText[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: pointerTo(root, [...issue.path, key]),
      code: "unknown_field",
      detail: { fr: `Le champ « ${key} » n’existe pas ici.`, en: `There is no field “${key}” here.` },
    }));
  }
  const { code, detail } = shapeText(issue);
  return [{ pointer: pointerTo(root, issue.path), code, detail }];
}

/** A JSON Pointer (RFC 6901), after `path` or `query` when the fault is not in the body. */
export function pointerTo(root: string, path: readonly PropertyKey[]): string {
  return root + path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

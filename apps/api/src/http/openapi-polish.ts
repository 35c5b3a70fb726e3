import type { SwaggerTransformObject } from "@fastify/swagger";
import { contracts } from "@passerelle/contracts/index";

type Document = ReturnType<SwaggerTransformObject>;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schemas = Record<string, Json>;

const reference = "#/components/schemas/";

/**
 * What integrators should read rather than what was generated: one component where input and output are the same, none
 * that nothing refers to, an example with every body, and no content where there is none.
 */
export function polish(document: Document): Document {
  const raw = structuredClone(document) as unknown as { paths: Json; components: { schemas: Schemas } }; // as: plain JSON
  const used = referenced(raw.paths, raw.components.schemas);
  const schemas = Object.fromEntries(Object.entries(raw.components.schemas).filter(([name]) => used.has(name)));
  const same = sameTwins(schemas);
  const names = new Map(
    [...used].filter((name) => same.has(name) || isAloneInput(name, schemas)).map((name) => [name, bare(name)]),
  );
  const paths = rename(raw.paths, names);
  describeBodies(paths as unknown as Record<string, Record<string, Operation>>); // as: OpenAPI's own shape
  const kept = Object.entries(schemas)
    .filter(([name]) => !same.has(name))
    .map(([name, schema]): [string, Json] => [names.get(name) ?? name, rename(schema, names)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...raw, paths, components: { ...raw.components, schemas: Object.fromEntries(kept) } } as unknown as Document; // as: still OpenAPI
}

function bare(name: string): string {
  return name.slice(0, -"Input".length);
}

/** An `XInput` without an `X`. */
function isAloneInput(name: string, schemas: Schemas): boolean {
  return name.endsWith("Input") && !(bare(name) in schemas);
}

/** Every `XInput` that says the same as its `X`, those they refer to being the same in turn. */
function sameTwins(schemas: Schemas): Set<string> {
  let same = new Set(Object.keys(schemas).filter((name) => name.endsWith("Input") && bare(name) in schemas));
  for (;;) {
    const names = new Map([...same].map((name) => [name, bare(name)]));
    const still = new Set([...same].filter((name) => equal(schemas[name], schemas[bare(name)], names)));
    if (still.size === same.size) return same;
    same = still;
  }
}

function equal(a: Json | undefined, b: Json | undefined, names: Map<string, string>): boolean {
  return JSON.stringify(rename(a ?? null, names)) === JSON.stringify(rename(b ?? null, names));
}

function rename(value: Json, names: Map<string, string>): Json {
  if (Array.isArray(value)) return value.map((each) => rename(each, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key !== "$ref" || typeof each !== "string") return [key, rename(each, names)];
      const name = each.slice(reference.length);
      return [key, reference + (names.get(name) ?? name)];
    }),
  );
}

/** Every component the value refers to, directly or through others. */
function referenced(value: Json, schemas: Schemas): Set<string> {
  const found = new Set<string>();
  const visit = (json: Json): void => {
    if (Array.isArray(json)) return json.forEach(visit);
    if (json === null || typeof json !== "object") return;
    const target = json["$ref"];
    if (typeof target === "string" && !found.has(target.slice(reference.length))) {
      found.add(target.slice(reference.length));
      visit(schemas[target.slice(reference.length)] ?? null);
    }
    Object.values(json).forEach(visit);
  };
  visit(value);
  return found;
}

interface Operation {
  operationId: string;
  requestBody?: { required?: boolean; content: Record<string, { example?: unknown }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

function describeBodies(paths: Record<string, Record<string, Operation>>): void {
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    const contract = contracts.get(operation.operationId);
    const media = operation.requestBody?.content["application/json"];
    if (media && contract?.example !== undefined) media.example = contract.example;
    for (const [status, response] of Object.entries(operation.responses)) {
      const isEmpty = Object.keys(response.content ?? {}).length === 0 || status === "304";
      const hasAnswer = contract?.response !== undefined || contract?.produces !== undefined;
      if (isEmpty || (!hasAnswer && status.startsWith("2"))) delete response.content;
    }
  }
}

import { takesIdempotencyKey, type Contract, type ResponseOf } from "@passerelle/contracts/http";
import type { z } from "zod";
import { currentLanguage } from "../locales/language.ts";
import { ApiError, failureOf } from "./api-error.ts";
import { randomKey } from "./random-key.ts";

/** What a call takes: path parameters and body where the contract has them, the query when one is wanted. */
export type CallInput<C extends Contract> = (C extends { readonly params: infer S extends z.ZodType }
  ? { readonly params: z.input<S> }
  : unknown) &
  (C extends { readonly query: infer S extends z.ZodType } ? { readonly query?: z.input<S> } : unknown) &
  (C extends { readonly body: infer S extends z.ZodType } ? { readonly body: z.input<S> } : unknown);

export interface CallOptions {
  /** The version the caller last saw, sent as `If-Match`. */
  readonly version?: number | undefined;
  /** The same for each try of one request. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Parts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Calls one operation and decodes its answer by the contract's own schema; every failure is an `ApiError`. */
export async function call<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  options: CallOptions = {},
): Promise<ResponseOf<C>> {
  const response = await send(contract, input as Parts, options);
  if (!response.ok) throw await failureOf(response);
  const body: unknown = contract.response === undefined ? undefined : await response.json();
  // The two sides of the conditional type meet here: no schema, no answer.
  return contract.response?.parse(body) as ResponseOf<C>;
}

async function send(contract: Contract, parts: Parts, options: CallOptions): Promise<Response> {
  const { body } = parts;
  try {
    return await fetch(addressOf(contract, parts), {
      method: contract.method,
      headers: headersOf(contract, body !== undefined, options),
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause;
    throw new ApiError(null, { cause });
  }
}

function headersOf(contract: Contract, hasBody: boolean, options: CallOptions): Headers {
  const headers = new Headers({ accept: "application/json", "accept-language": currentLanguage() });
  if (hasBody) headers.set("content-type", "application/json");
  if (options.version !== undefined) headers.set("if-match", `"${options.version}"`);
  if (takesIdempotencyKey(contract)) headers.set("idempotency-key", options.idempotencyKey ?? randomKey());
  return headers;
}

/** The address of an operation, parameters filled in. */
export function addressOf(contract: Contract, { params = {}, query = {} }: Parts): string {
  const path = contract.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return `/api/v1${path}${search === "" ? "" : `?${search}`}`;
}

import { z } from "zod";
import type { ErrorCode } from "./errors.ts";
import type { Role, Scope } from "./roles.ts";

/** Who may call: nobody in particular, anyone signed in or holding a key, or these roles and a key with this scope. */
export type Access =
  | { readonly kind: "public" }
  | { readonly kind: "signed-in" }
  | { readonly kind: "roles"; readonly roles: readonly Role[]; readonly scope: Scope | null };

export const everyone: Access = { kind: "public" };
export const signedIn: Access = { kind: "signed-in" };

/** Those holding one of `roles`, and API keys with `scope`; `null` means never by key. */
export function only(roles: readonly Role[], scope: Scope | null): Access {
  return { kind: "roles", roles, scope };
}

export type FileType = "application/pdf" | "text/calendar" | "image/*";

/** A file as a handler answers it. */
export interface FileAnswer {
  readonly bytes: Uint8Array | (() => Uint8Array);
  /** All that its bytes are made of: who has the file made of the same is told so, and it is not made again. */
  readonly madeOf?: unknown;
  /** What it is saved as, with its extension. */
  readonly name: string;
  /** Its own media type, where the contract leaves it open (`image/*`). */
  readonly type?: string;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Shape = z.ZodObject;

/** One operation of the API, as the server mounts it, the web calls it and OpenAPI describes it. */
export interface Contract {
  readonly method: Method;
  /** Below `/api/v1`, parameters as `:cohortId`. */
  readonly path: `/${string}`;
  /** `resourceVerb`, the same as the constant's name. */
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: z.ZodType;
  /** `command`: the body reaches the command unchecked, which reports shape and rules together (imports). */
  readonly checksBody?: "command";
  /** A body that is really accepted, for the documentation. */
  readonly example?: unknown;
  readonly status: 200 | 201 | 202 | 204;
  readonly response?: z.ZodType;
  /** Answers a file of this media type in place of JSON; it carries an `ETag` of its bytes, and answers 304. */
  readonly produces?: FileType;
  /** Carries an `ETag`; writes take `If-Match`, `required` ones answer 428 without it. */
  readonly version?: "tagged" | "accepted" | "required";
  /** A POST that only answers: it takes no `Idempotency-Key`, since there is nothing not to do twice. */
  readonly stores?: "nothing";
  /** The errors of this operation's own rules; the shared ones are added by `errorsOf`. */
  readonly errors: readonly ErrorCode[];
  /** The largest body accepted, in bytes (default 256 KiB). */
  readonly bodyLimit?: number;
}

export const tags = {
  account: "Signing in, the signed-in person, passwords",
  "training-provider": "The training provider this installation serves",
  programmes: "Title editions, programmes, competency blocks, tariffs",
  cohorts: "Cohorts",
  plans: "Plans: proposals, adoption, sessions and half-days",
  publications: "Drafts of plans, what they change, and their published versions",
  calendars: "Secret addresses from which calendars read half-days",
  documents: "Documents to print or to send",
  events: "What happened, in order",
  closures: "Days on which nothing is taught",
  resources: "Sites, rooms, trainers, and when they are not to be had",
  people: "People, whatever they do here",
  users: "Accounts: invitations, roles, deactivation",
  enrolments: "A person in a cohort: route, state, prescribed hours, placement",
  "stage-hours": "Work placement: weeks logged, submitted, validated or returned",
  "ccp-results": "Decisions on competency blocks and final interviews, and what they make of the title",
  progress: "Where a trainee and a cohort stand",
} as const;
export type Tag = keyof typeof tags;

/** Declares an operation; a contract without an access does not compile. Its body is documented by a name of its own. */
export function route<C extends Contract>(contract: C & Record<Exclude<keyof C, keyof Contract>, never>): C {
  if (contract.body !== undefined && z.globalRegistry.get(contract.body)?.id === undefined) {
    const name = contract.operationId.charAt(0).toUpperCase() + contract.operationId.slice(1);
    contract.body.register(z.globalRegistry, { id: `${name}Body` });
  }
  return contract;
}

type Decoded<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler receives once a request is decoded. */
export interface InputOf<C extends Contract> {
  readonly params: Decoded<C["params"]>;
  readonly query: Decoded<C["query"]>;
  /** Decoded, unless the contract leaves that to the command. */
  readonly body: C["checksBody"] extends "command" ? unknown : Decoded<C["body"]>;
}

/** What an operation answers, decoded: instants are `Date`s. */
export type ResponseOf<C extends Contract> = C["produces"] extends FileType
  ? FileAnswer
  : C["response"] extends z.ZodType
    ? z.output<C["response"]>
    : undefined;

/** POSTs remember their answer by key; public ones have no caller to attach it to, those that store nothing no need. */
export function takesIdempotencyKey(contract: Contract): boolean {
  return contract.method === "POST" && contract.access.kind !== "public" && contract.stores !== "nothing";
}

/** Every error code the operation can answer, its own first. */
export function errorsOf(contract: Contract): ErrorCode[] {
  const writes = contract.method !== "GET";
  const shared: (ErrorCode | false)[] = [
    "request_invalid",
    contract.access.kind !== "public" && "sign_in_required",
    contract.access.kind === "roles" && "not_allowed",
    writes && "origin_refused",
    contract.params !== undefined && "not_found",
    contract.version === "required" && "precondition_required",
    writes && contract.version !== undefined && "stale",
    takesIdempotencyKey(contract) && "idempotency_running",
    takesIdempotencyKey(contract) && "idempotency_reused",
    contract.body !== undefined && "body_too_large",
    contract.body !== undefined && "media_type_unsupported",
    "rate_limited",
    "unavailable",
  ];
  return [...new Set([...contract.errors, ...shared.filter((code) => code !== false)])];
}

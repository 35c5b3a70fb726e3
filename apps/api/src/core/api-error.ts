import type { Fault } from "@passerelle/contracts/common";
import { type ErrorCode, errors } from "@passerelle/contracts/errors";
import type { Locale, Text } from "./text.ts";

/** One fault of a request, before its sentence is chosen by language. */
export interface FaultText {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Text;
  readonly facts?: object;
}

/** The fault as the wire carries it, in one language. */
export function spokenFault({ pointer, code, detail, facts }: FaultText, locale: Locale): Fault {
  return { pointer, code, detail: detail[locale], ...(facts && { facts: { ...facts } }) };
}

export interface ApiErrorOptions {
  readonly detail?: Text;
  readonly errors?: readonly FaultText[];
  /** What the caller needs to act. */
  readonly facts?: Record<string, unknown>;
  readonly retryAfterSeconds?: number;
}

/** The one error a request path throws on purpose: a code of the catalogue with what is needed to act. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly detail: Text;
  readonly errors: readonly FaultText[];
  readonly facts: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    super(code);
    this.code = code;
    this.status = errors[code].status;
    this.errors = options.errors ?? [];
    this.detail = options.detail ?? faultsText(this.errors) ?? { fr: `${errors[code].fr}.`, en: `${errors[code].en}.` };
    this.facts = options.facts;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The first fault in words, and how many come with it: the others are read where they are. Null without a fault. */
function faultsText([first, ...others]: readonly FaultText[]): Text | null {
  if (first === undefined) return null;
  const { fr, en } = first.detail;
  switch (others.length) {
    case 0:
      return first.detail;
    case 1:
      return { fr: `${fr} Un autre point est à corriger.`, en: `${en} One more point needs correcting.` };
    default:
      return {
        fr: `${fr} ${others.length} autres points sont à corriger.`,
        en: `${en} ${others.length} more points need correcting.`,
      };
  }
}

/** What is unseen or absent, without telling which (G1). */
export function notFound(): ApiError {
  return new ApiError("not_found", {
    detail: {
      fr: "Rien ici à cette adresse, ou rien que vous puissiez voir.",
      en: "There is nothing at this address, or nothing you may see.",
    },
  });
}

import { ApiError } from "../core/api-error.ts";

/** What `If-Match` asks for: a version, any (`*`), or nothing. */
export type IfMatch = number | "*" | null;

/** Reads `If-Match: "7"`; a list or a weak tag names no version of ours and matches nothing. */
export function ifMatchOf(header: string | undefined): IfMatch {
  if (header === undefined) return null;
  if (header.trim() === "*") return "*";
  const version = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1];
  return version === undefined ? -1 : Number(version);
}

export function etag(version: number): string {
  return `"${version}"`;
}

/**
 * The precondition of a write: 412 with the current state when another version is stored than the caller read, 428 when
 * the operation requires `If-Match` and none came.
 */
export async function checkVersion(
  ifMatch: IfMatch,
  need: "accepted" | "required",
  version: number,
  current: () => unknown,
): Promise<void> {
  if (ifMatch === null && need === "required") {
    throw new ApiError("precondition_required", {
      detail: {
        fr: `Lisez d’abord, puis envoyez « If-Match » avec l’ETag reçu (actuellement ${etag(version)}).`,
        en: `Read first, then send “If-Match” with the ETag received (currently ${etag(version)}).`,
      },
    });
  }
  if (ifMatch === null || ifMatch === "*" || ifMatch === version) return;
  throw new ApiError("stale", {
    detail: {
      fr: "Quelqu’un a modifié ces données depuis votre lecture. Relisez-les, puis recommencez.",
      en: "Someone changed this since you read it. Read it again, then retry.",
    },
    facts: { version, current: await current() },
  });
}

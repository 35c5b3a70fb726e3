import { z } from "zod";
import { ApiError } from "../../core/api-error.ts";

/**
 * A place in the log is an event's identifier, which outlives everything else about it, even a restored copy of the
 * database; null is before the first.
 */
const place = z.strictObject({ event: z.uuid().nullable() });

/** The cursor to go on from after an event. */
export function cursorOf(event: string | null): string {
  return Buffer.from(JSON.stringify({ event })).toString("base64url");
}

/** The event a cursor names; null before the first, 400 when it is not one of ours. */
export function eventOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))).event;
  } catch {
    throw unknownPlace();
  }
}

/** A place this log does not have: made up, or of a log that was since restored to an earlier day. */
export function unknownPlace(): ApiError {
  const detail = {
    fr: "Ce journal ne connaît pas cette place. Reprenez « after » de sa dernière réponse, ou sans « after » depuis le début.",
    en: "This log knows no such place. Take `after` from its last answer, or begin again without it.",
  };
  return new ApiError("request_invalid", {
    detail,
    errors: [{ pointer: "query/after", code: "invalid_cursor", detail }],
  });
}

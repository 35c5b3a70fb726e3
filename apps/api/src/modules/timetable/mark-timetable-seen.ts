import type { InputOf, ResponseOf } from "@passerelle/contracts/http";
import type { myTimetableChangesMarkSeen } from "@passerelle/contracts/timetable";
import { ApiError } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";

type Body = InputOf<typeof myTimetableChangesMarkSeen>["body"];

/** Keeps up to when the caller has seen what changed; it only moves forward, also when two devices say so at once. */
export async function markTimetableSeen(
  ctx: Ctx,
  { upTo }: Body,
): Promise<ResponseOf<typeof myTimetableChangesMarkSeen>> {
  if (ctx.actor.kind !== "person") throw new Error("the gate lets only people through");
  if (upTo > nowColumn(ctx)) throw notYet();
  const [row] = await ctx.db.$queryRaw<{ seenAt: Date }[]>`
    update user_account set timetable_seen_at = greatest(timetable_seen_at, ${since2000(upTo)}::timestamptz)
    where id = ${ctx.actor.userId}::uuid
    returning timetable_seen_at as "seenAt"`;
  if (row === undefined) throw new Error("who is signed in has an account");
  return row;
}

/** A column knows no year 0, and nothing was published so long ago. */
function since2000(instant: Date): Date {
  return new Date(Math.max(instant.getTime(), Date.UTC(2000)));
}

function notYet(): ApiError {
  const detail = {
    fr: "Cet instant est à venir. Donnez celui où la dernière version montrée a été publiée (« publishedAt »).",
    en: "This instant is still to come. Give the one at which the latest version shown was published (“publishedAt”).",
  };
  return new ApiError("request_invalid", { detail, errors: [{ pointer: "/upTo", code: "in_future", detail }] });
}

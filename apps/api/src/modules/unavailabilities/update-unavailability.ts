import type { InputOf } from "@passerelle/contracts/http";
import type { Unavailability, unavailabilityUpdate } from "@passerelle/contracts/unavailabilities";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { changesOf } from "../../core/changes.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { text } from "../../core/wording.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canChangeUnavailability } from "./unavailabilities.policy.ts";
import { presentUnavailability } from "./unavailabilities.present.ts";
import { findUnavailability, lockUnavailability, periodOf } from "./unavailabilities.queries.ts";
import { weekdaysInOrder } from "./weekdays.ts";

type Body = InputOf<typeof unavailabilityUpdate>["body"];

/** Changes when a trainer or a room is not to be had; what the body leaves out stays. */
export function updateUnavailability(
  ctx: Ctx,
  unavailabilityId: string,
  body: Body,
  ifMatch: IfMatch,
): Promise<Unavailability> {
  return transaction(ctx, async (ctx) => {
    const row = await lockUnavailability(ctx, unavailabilityId);
    authorize(canChangeUnavailability(ctx.actor, row));
    await checkVersion(ifMatch, "accepted", row.version, () => presentUnavailability(ctx, row));
    const before = periodOf(row);
    const after = { ...before, ...body, weekdays: weekdaysInOrder(body.weekdays ?? before.weekdays) };
    checkOrder(after, body);
    const changes = changesOf(before, after);
    if (changes === null) return presentUnavailability(ctx, row);
    await ctx.db.unavailability.update({
      where: { id: row.id },
      data: { ...after, from: toColumn(after.from), to: after.to && toColumn(after.to), version: { increment: 1 } },
    });
    await append(ctx, { type: "unavailability.changed", entityId: row.id, ...changes });
    return presentUnavailability(ctx, await findUnavailability(ctx, row.id));
  });
}

/** One day was sent and the other stands: they hold together. */
function checkOrder({ from, to }: { from: string; to: string | null }, body: Body): void {
  if (to === null || from <= to) return;
  const pointer = body.to === undefined ? "/from" : "/to";
  const detail = text(({ day }) => ({
    fr: `Elle finirait le ${day(to)}, avant de commencer le ${day(from)}. Corrigez l’un des deux jours.`,
    en: `It would end on ${day(to)}, before it begins on ${day(from)}. Correct one of the two days.`,
  }));
  throw new ApiError("resource_invalid", { errors: [{ pointer, code: "days_in_order", detail, facts: { from, to } }] });
}

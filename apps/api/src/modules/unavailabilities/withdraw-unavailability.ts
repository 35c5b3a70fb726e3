import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canChangeUnavailability } from "./unavailabilities.policy.ts";
import { presentUnavailability } from "./unavailabilities.present.ts";
import { lockUnavailability, periodOf } from "./unavailabilities.queries.ts";

/** Takes an unavailability back: the trainer or the room is to be had again. */
export function withdrawUnavailability(ctx: Ctx, unavailabilityId: string, ifMatch: IfMatch): Promise<undefined> {
  return transaction(ctx, async (ctx) => {
    const row = await lockUnavailability(ctx, unavailabilityId);
    authorize(canChangeUnavailability(ctx.actor, row));
    await checkVersion(ifMatch, "accepted", row.version, () => presentUnavailability(ctx, row));
    await ctx.db.unavailability.delete({ where: { id: row.id } });
    const from = { trainerId: row.trainerId, roomId: row.roomId, ...periodOf(row) };
    await append(ctx, { type: "unavailability.withdrawn", entityId: row.id, from });
    return undefined;
  });
}

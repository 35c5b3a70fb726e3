import type { InputOf } from "@passerelle/contracts/http";
import type { Room, roomUpdate } from "@passerelle/contracts/rooms";
import { authorize } from "../../core/ability.ts";
import { changesOf } from "../../core/changes.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canManagePlaces } from "../sites/sites.policy.ts";
import { eachOnce } from "./equipment.ts";
import { presentRoom, roomFields } from "./rooms.present.ts";
import { findRoom, lockRoom, roomNameTaken } from "./rooms.queries.ts";

/** Changes a room, or retires it; what the body leaves out stays. */
export async function updateRoom(
  ctx: Ctx,
  roomId: string,
  body: InputOf<typeof roomUpdate>["body"],
  ifMatch: IfMatch,
): Promise<Room> {
  try {
    return await transaction(ctx, async (ctx) => {
      const row = await lockRoom(ctx, roomId);
      authorize(canManagePlaces(ctx.actor));
      await checkVersion(ifMatch, "accepted", row.version, () => presentRoom(ctx.actor, row));
      const before = roomFields(row);
      const after = { ...before, ...body, equipment: eachOnce(body.equipment ?? before.equipment) };
      const changes = changesOf(before, after);
      if (changes === null) return presentRoom(ctx.actor, row);
      await ctx.db.room.update({
        where: { id: row.id },
        data: { ...after, retiredOn: after.retiredOn && toColumn(after.retiredOn), version: { increment: 1 } },
      });
      await append(ctx, { type: "room.changed", entityId: row.id, ...changes });
      return presentRoom(ctx.actor, await findRoom(ctx, row.id));
    });
  } catch (error) {
    throw roomNameTaken(error, body.name);
  }
}

import type { InputOf } from "@passerelle/contracts/http";
import type { Room, roomCreate } from "@passerelle/contracts/rooms";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { canManagePlaces } from "../sites/sites.policy.ts";
import { unknownSite } from "../sites/sites.queries.ts";
import { eachOnce } from "./equipment.ts";
import { presentRoom, roomFields } from "./rooms.present.ts";
import { findRoom, roomNameTaken } from "./rooms.queries.ts";

/** Adds a room to a site. Nothing is said of a wheelchair's way in until somebody has looked: it is not accessible. */
export async function createRoom(ctx: Ctx, body: InputOf<typeof roomCreate>["body"]): Promise<Room> {
  try {
    return await transaction(ctx, async (ctx) => {
      authorize(canManagePlaces(ctx.actor));
      const faults = await unknownSite(ctx, body.siteId);
      if (faults.length > 0) throw new ApiError("resource_invalid", { errors: faults });
      const { siteId, name, capacity, equipment = [], accessible = false, retiredOn = null } = body;
      const { id } = await ctx.db.room.create({
        data: {
          siteId,
          name,
          capacity,
          equipment: eachOnce(equipment),
          accessible,
          retiredOn: retiredOn && toColumn(retiredOn),
        },
        select: { id: true },
      });
      const row = await findRoom(ctx, id);
      await append(ctx, { type: "room.created", entityId: id, to: roomFields(row) });
      return presentRoom(ctx.actor, row);
    });
  } catch (error) {
    throw roomNameTaken(error, body.name);
  }
}

import type { InputOf } from "@passerelle/contracts/http";
import type { Unavailability, unavailabilityCreate } from "@passerelle/contracts/unavailabilities";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { canDeclareUnavailability, visibleTrainers } from "../trainers/trainers.policy.ts";
import { canDeclareOfRoom } from "./unavailabilities.policy.ts";
import { presentUnavailability } from "./unavailabilities.present.ts";
import { findUnavailability, periodOf } from "./unavailabilities.queries.ts";
import { weekdaysInOrder } from "./weekdays.ts";

type Body = InputOf<typeof unavailabilityCreate>["body"];

/** Says when a trainer or a room is not to be had; what is planned in it stays. */
export function declareUnavailability(ctx: Ctx, body: Body): Promise<Unavailability> {
  return transaction(ctx, async (ctx) => {
    await (body.trainerId === undefined ? checkRoom(ctx, body.roomId ?? "") : checkTrainer(ctx, body.trainerId));
    const {
      trainerId = null,
      roomId = null,
      to = null,
      weekdays = [],
      everyWeeks = 1,
      slot = null,
      reason = null,
    } = body;
    const { id } = await ctx.db.unavailability.create({
      data: {
        trainerId,
        roomId,
        from: toColumn(body.from),
        to: to && toColumn(to),
        weekdays: weekdaysInOrder(weekdays),
        everyWeeks,
        slot,
        reason,
      },
      select: { id: true },
    });
    const row = await findUnavailability(ctx, id);
    const told = { trainerId: row.trainerId, roomId: row.roomId, ...periodOf(row) };
    await append(ctx, { type: "unavailability.declared", entityId: id, to: told, effectiveOn: body.from });
    return presentUnavailability(ctx, row);
  });
}

/** A colleague does not exist (G1). */
async function checkTrainer(ctx: Ctx, trainerId: string): Promise<void> {
  const trainer = await ctx.db.trainer.findFirst({
    where: { AND: [{ id: trainerId }, visibleTrainers(ctx.actor)] },
    select: { person: { select: { user: { select: { id: true } } } } },
  });
  if (trainer === null) {
    throw unknown("/trainerId", "unknown_trainer", {
      fr: "Cette formatrice ou ce formateur n’existe pas.",
      en: "There is no such trainer.",
    });
  }
  authorize(canDeclareUnavailability(ctx.actor, { userId: trainer.person.user?.id ?? null }));
}

async function checkRoom(ctx: Ctx, roomId: string): Promise<void> {
  authorize(canDeclareOfRoom(ctx.actor));
  if ((await ctx.db.room.count({ where: { id: roomId } })) > 0) return;
  throw unknown("/roomId", "unknown_room", { fr: "Cette salle n’existe pas.", en: "There is no such room." });
}

function unknown(pointer: string, code: string, detail: { fr: string; en: string }): ApiError {
  return new ApiError("resource_invalid", { errors: [{ pointer, code, detail }] });
}

import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import type { Ctx } from "../../core/ctx.ts";
import { trainerName } from "../trainers/trainers.present.ts";
import { affectedHalfDays } from "./affected-half-days.ts";
import { canChangeUnavailability } from "./unavailabilities.policy.ts";
import { periodOf, type UnavailabilityRow } from "./unavailabilities.queries.ts";

/** The unavailability as its contract shows it, with what the caller may do. */
export async function presentUnavailability(ctx: Ctx, row: UnavailabilityRow): Promise<Unavailability> {
  const affected = await affectedHalfDays(ctx, [row]);
  return unavailabilityOf(ctx, row, affected.get(row.id) ?? 0);
}

/** The same for a row whose half-days are counted. */
export function unavailabilityOf(ctx: Ctx, row: UnavailabilityRow, affected: number): Unavailability {
  const change = canChangeUnavailability(ctx.actor, row);
  return {
    id: row.id,
    trainerId: row.trainerId,
    roomId: row.roomId,
    name: row.trainer === null ? (row.room?.name ?? "") : trainerName(row.trainer),
    ...periodOf(row),
    affectedHalfDays: affected,
    version: row.version,
    can: { update: change, delete: change },
  };
}

import { actorId } from "./actor.ts";
import { nowColumn, toColumn, today } from "./civil-day.ts";
import type { Ctx } from "./ctx.ts";

export interface EventInput {
  /** `entity.happened`, e.g. `session.moved`. */
  readonly type: `${string}.${string}`;
  readonly entityId: string | null;
  /** What was and what is, as far as it changed. */
  readonly from?: unknown;
  readonly to?: unknown;
  /** The civil day it takes effect; today unless said. */
  readonly effectiveOn?: string;
}

/** Appends to the log of events, in the transaction of the change it tells (G2); answers the event's identifier. */
export async function append(ctx: Ctx, event: EventInput): Promise<string> {
  if (ctx.client !== null) throw new Error("events are appended inside a transaction");
  const { id } = await ctx.db.event.create({
    data: {
      recordedAt: nowColumn(ctx),
      effectiveOn: toColumn(event.effectiveOn ?? today(ctx)),
      actorKind: ctx.actor.kind,
      actorId: actorId(ctx.actor),
      type: event.type,
      entity: event.type.slice(0, event.type.indexOf(".")),
      entityId: event.entityId,
      data: { from: event.from ?? null, to: event.to ?? null },
      requestId: ctx.requestId,
    },
    select: { id: true },
  });
  return id;
}

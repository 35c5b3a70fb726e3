import type { Closure, closureCreate } from "@passerelle/contracts/closures";
import type { InputOf } from "@passerelle/contracts/http";
import { authorize } from "../../core/ability.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { canManageClosures } from "./closures.policy.ts";
import { presentClosure } from "./closures.present.ts";

/** Closes the provider from one day to another, both included. */
export function createClosure(ctx: Ctx, body: InputOf<typeof closureCreate>["body"]): Promise<Closure> {
  return transaction(ctx, async (ctx) => {
    authorize(canManageClosures(ctx.actor));
    const row = await ctx.db.closure.create({
      data: { from: toColumn(body.from), to: toColumn(body.to), label: body.label },
    });
    await append(ctx, { type: "closure.created", entityId: row.id, to: body, effectiveOn: body.from });
    return presentClosure(ctx.actor, row);
  });
}

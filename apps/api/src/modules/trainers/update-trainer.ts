import type { InputOf } from "@passerelle/contracts/http";
import type { Trainer, trainerUpdate } from "@passerelle/contracts/trainers";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { changesOf } from "../../core/changes.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canManageTrainers } from "./trainers.policy.ts";
import { presentTrainer, trainerFields } from "./trainers.present.ts";
import { competencyRows, findTrainer, lockTrainer, unknownCompetencies } from "./trainers.queries.ts";

/** Changes what a trainer teaches, or from when they no longer do; what the body leaves out stays. */
export function updateTrainer(
  ctx: Ctx,
  trainerId: string,
  body: InputOf<typeof trainerUpdate>["body"],
  ifMatch: IfMatch,
): Promise<Trainer> {
  return transaction(ctx, async (ctx) => {
    const row = await lockTrainer(ctx, trainerId);
    authorize(canManageTrainers(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentTrainer(ctx.actor, row));
    const { competencyIds, retiredOn } = body;
    const faults = await unknownCompetencies(ctx, competencyIds ?? []);
    if (faults.length > 0) throw new ApiError("resource_invalid", { errors: faults });
    const before = trainerFields(row);
    const taught = competencyRows(competencyIds ?? before.competencyIds);
    const after = {
      competencyIds: taught.map(({ competencyId }) => competencyId).toSorted(),
      retiredOn: retiredOn === undefined ? before.retiredOn : retiredOn,
    };
    const changes = changesOf(before, after);
    if (changes === null) return presentTrainer(ctx.actor, row);
    await ctx.db.trainer.update({
      where: { id: row.id },
      data: {
        retiredOn: after.retiredOn && toColumn(after.retiredOn),
        ...(changes.to.competencyIds && { competencies: { deleteMany: {}, create: taught } }),
        version: { increment: 1 },
      },
    });
    await append(ctx, { type: "trainer.changed", entityId: row.id, ...changes });
    return presentTrainer(ctx.actor, await findTrainer(ctx, row.id));
  });
}

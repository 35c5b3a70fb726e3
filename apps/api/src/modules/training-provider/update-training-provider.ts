import type { InputOf } from "@passerelle/contracts/http";
import type { TrainingProvider, trainingProviderUpdate } from "@passerelle/contracts/training-provider";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canUpdateTrainingProvider } from "./training-provider.policy.ts";
import { presentTrainingProvider } from "./training-provider.present.ts";
import { lockTrainingProvider } from "./training-provider.queries.ts";

/** Changes the provider's settings; what the body leaves out stays. */
export function updateTrainingProvider(
  ctx: Ctx,
  body: InputOf<typeof trainingProviderUpdate>["body"],
  ifMatch: IfMatch,
): Promise<TrainingProvider> {
  return transaction(ctx, async (ctx) => {
    const row = await lockTrainingProvider(ctx);
    authorize(canUpdateTrainingProvider(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentTrainingProvider(ctx.actor, row));
    const { version: _version, can: _can, logo: _logo, ...before } = presentTrainingProvider(ctx.actor, row);
    const updated = await ctx.db.trainingProvider.update({
      where: { id: row.id },
      data: { ...body, version: { increment: 1 } },
      omit: { logo: true },
    });
    await append(ctx, { type: "training-provider.changed", entityId: null, from: before, to: body });
    return presentTrainingProvider(ctx.actor, updated);
  });
}

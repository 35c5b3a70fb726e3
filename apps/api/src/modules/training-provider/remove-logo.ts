import type { TrainingProvider } from "@passerelle/contracts/training-provider";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canUpdateTrainingProvider } from "./training-provider.policy.ts";
import { presentTrainingProvider } from "./training-provider.present.ts";
import { lockTrainingProvider } from "./training-provider.queries.ts";

/** Takes the logo away; without one, nothing changes. */
export function removeLogo(ctx: Ctx, ifMatch: IfMatch): Promise<TrainingProvider> {
  return transaction(ctx, async (ctx) => {
    const row = await lockTrainingProvider(ctx);
    authorize(canUpdateTrainingProvider(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentTrainingProvider(ctx.actor, row));
    if (row.logoType === null) return presentTrainingProvider(ctx.actor, row);
    const updated = await ctx.db.trainingProvider.update({
      where: { id: row.id },
      data: { logo: null, logoType: null, version: { increment: 1 } },
      omit: { logo: true },
    });
    const [from, to] = [{ logo: row.logoType }, { logo: null }];
    await append(ctx, { type: "training-provider.changed", entityId: null, from, to });
    return presentTrainingProvider(ctx.actor, updated);
  });
}

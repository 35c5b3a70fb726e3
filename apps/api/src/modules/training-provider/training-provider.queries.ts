import type { TrainingProvider } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";

/** The single row, which the first migration made. */
export function readTrainingProvider(ctx: Ctx): Promise<TrainingProvider> {
  return ctx.db.trainingProvider.findUniqueOrThrow({ where: { id: 1 } });
}

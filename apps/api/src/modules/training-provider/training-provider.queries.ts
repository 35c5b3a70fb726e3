import type { Prisma } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";

/** The logo itself is read where it is drawn. */
const withoutLogo = { omit: { logo: true } } satisfies Prisma.TrainingProviderDefaultArgs;
export type TrainingProviderRow = Prisma.TrainingProviderGetPayload<typeof withoutLogo>;

/** The single row, which the first migration made. */
export function readTrainingProvider(ctx: Ctx): Promise<TrainingProviderRow> {
  return ctx.db.trainingProvider.findUniqueOrThrow({ where: { id: 1 }, ...withoutLogo });
}

/** The same, locked until the transaction ends: whoever changes the provider goes through here. */
export async function lockTrainingProvider(ctx: Ctx): Promise<TrainingProviderRow> {
  await ctx.db.$queryRaw`select 1 from training_provider for update`;
  return readTrainingProvider(ctx);
}

export interface Logo {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The logo and its media type; null without one. */
export async function readLogo(ctx: Ctx): Promise<Logo | null> {
  const { logo, logoType } = await ctx.db.trainingProvider.findUniqueOrThrow({
    where: { id: 1 },
    select: { logo: true, logoType: true },
  });
  return logo === null || logoType === null ? null : { bytes: logo, type: logoType };
}

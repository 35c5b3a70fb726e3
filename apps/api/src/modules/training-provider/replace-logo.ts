import type { TrainingProvider } from "@passerelle/contracts/training-provider";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { checkLogo, type CheckedLogo, cannotBeDrawn } from "./check-logo.ts";
import { logoFileName } from "./logo-file.ts";
import { canUpdateTrainingProvider } from "./training-provider.policy.ts";
import { presentTrainingProvider } from "./training-provider.present.ts";
import { lockTrainingProvider } from "./training-provider.queries.ts";

/** Gives the provider a logo: an image, in base64, that documents can draw, told by its content (G6). */
export function replaceLogo(ctx: Ctx, content: string, ifMatch: IfMatch): Promise<TrainingProvider> {
  return transaction(ctx, async (ctx) => {
    const row = await lockTrainingProvider(ctx);
    authorize(canUpdateTrainingProvider(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentTrainingProvider(ctx.actor, row));
    const logo = await drawable(ctx, Buffer.from(content, "base64"));
    const updated = await ctx.db.trainingProvider.update({
      where: { id: row.id },
      data: { logo: Uint8Array.from(logo.bytes), logoType: logo.type, version: { increment: 1 } },
      omit: { logo: true },
    });
    const [from, to] = [{ logo: row.logoType }, { logo: logo.type }];
    await append(ctx, { type: "training-provider.changed", entityId: null, from, to });
    return presentTrainingProvider(ctx.actor, updated);
  });
}

/** The logo if the typesetter can draw it: one that it cannot, or not in time, would stop every document. */
async function drawable(ctx: Ctx, content: Uint8Array): Promise<CheckedLogo> {
  const logo = checkLogo(content);
  if (logo.kind === "logo" && (await isDrawn(ctx, logo))) return logo;
  const detail = logo.kind === "refused" ? logo.why : cannotBeDrawn;
  throw new ApiError("logo_invalid", { errors: [{ pointer: "/content", code: "logo_invalid", detail }] });
}

async function isDrawn({ typesetter }: Ctx, { bytes, type }: CheckedLogo): Promise<boolean> {
  const name = logoFileName(type);
  const job = { template: "logo.typ", data: { logo: name }, files: { [name]: bytes } };
  const made = await typesetter.attempt(job, 5_000).catch(() => null);
  return made?.kind === "document";
}

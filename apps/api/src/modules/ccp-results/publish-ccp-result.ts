import type { CcpResult } from "@passerelle/contracts/ccp-results";
import { authorize } from "../../core/ability.ts";
import { toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { post } from "../../core/outbox.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canPublishResult } from "./ccp-results.policy.ts";
import { presentCcpResult } from "./ccp-results.present.ts";
import { findCcpResult, hasAccount, lockCcpResult } from "./ccp-results.queries.ts";

const whyNot = {
  published: {
    fr: "Ce résultat est déjà publié. S’il est faux, annulez-le.",
    en: "This result is already published. If it is wrong, annul it.",
  },
  annulled: {
    fr: "Ce résultat est annulé : il ne peut plus être publié. Enregistrez le bon résultat.",
    en: "This result is annulled: it can no longer be published. Record the right result.",
  },
};

/** Publishes a result today: from now on its person sees it, and is told by mail. */
export function publishCcpResult(ctx: Ctx, ccpResultId: string, ifMatch: IfMatch): Promise<CcpResult> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCcpResult(ctx, ccpResultId);
    authorize(canPublishResult(ctx.actor, row), row.annulledOn === null ? whyNot.published : whyNot.annulled);
    await checkVersion(ifMatch, "required", row.version, () => presentCcpResult(ctx.actor, row));
    const publishedOn = today(ctx);
    await ctx.db.ccpResult.update({
      where: { id: row.id },
      data: { publishedOn: toColumn(publishedOn), version: { increment: 1 } },
    });
    await append(ctx, {
      type: "ccp-result.published",
      entityId: row.id,
      from: { publishedOn: null },
      to: { publishedOn },
    });
    if (hasAccount(row)) await post(ctx, "ccp-result-published", { ccpResultId: row.id });
    return presentCcpResult(ctx.actor, await findCcpResult(ctx, row.id));
  });
}

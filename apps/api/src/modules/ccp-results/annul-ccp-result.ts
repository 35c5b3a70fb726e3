import type { CcpResult } from "@passerelle/contracts/ccp-results";
import { authorize } from "../../core/ability.ts";
import { toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { post } from "../../core/outbox.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canAnnulResult } from "./ccp-results.policy.ts";
import { presentCcpResult } from "./ccp-results.present.ts";
import { findCcpResult, hasAccount, lockCcpResult } from "./ccp-results.queries.ts";

const whyNot = {
  fr: "Ce résultat est déjà annulé, avec son motif : il reste tel quel.",
  en: "This result is already annulled, with its reason: it stays as it is.",
};

/**
 * Annuls a wrong result by a counter-entry: both stay readable, and the decision may be recorded again (E11). Its person
 * is told if they could have read it.
 *
 * A CCP may be annulled under a final interview already passed. The interview is a decision of its own, made by its
 * board: dropping it along would undo what nobody said was wrong. The state, computed, falls back by itself, and comes
 * back once the missing CCP is held again; who finds the interview wrong too annuls it by its own entry.
 */
export function annulCcpResult(
  ctx: Ctx,
  ccpResultId: string,
  { reason }: { reason: string },
  ifMatch: IfMatch,
): Promise<CcpResult> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCcpResult(ctx, ccpResultId);
    authorize(canAnnulResult(ctx.actor, row), whyNot);
    await checkVersion(ifMatch, "required", row.version, () => presentCcpResult(ctx.actor, row));
    const on = today(ctx);
    await ctx.db.ccpResult.update({
      where: { id: row.id },
      data: { annulledOn: toColumn(on), annulledReason: reason, version: { increment: 1 } },
    });
    await append(ctx, {
      type: "ccp-result.annulled",
      entityId: row.id,
      from: { annulled: null },
      to: { annulled: { on, reason } },
    });
    if (row.publishedOn !== null && hasAccount(row)) await post(ctx, "ccp-result-annulled", { ccpResultId: row.id });
    return presentCcpResult(ctx.actor, await findCcpResult(ctx, row.id));
  });
}

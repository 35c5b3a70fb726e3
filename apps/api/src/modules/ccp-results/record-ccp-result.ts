import type { CcpResult, ccpResultRecord } from "@passerelle/contracts/ccp-results";
import type { InputOf } from "@passerelle/contracts/http";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn, nowColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { text } from "../../core/wording.ts";
import { canRecordResult } from "./ccp-results.policy.ts";
import { presentCcpResult } from "./ccp-results.present.ts";
import { findCcpResult, lockDecided } from "./ccp-results.queries.ts";
import { certificationOf, type Held } from "./certification.queries.ts";
import { checkDecision, unknownEnrolment } from "./check-result.ts";

const whyCancelled = {
  fr: "Cette inscription est annulée : elle ne reçoit pas de résultat.",
  en: "This enrolment is cancelled: it takes no result.",
};

/** Records one decision made on paper, on a block of the enrolment's edition or on the final interview (E9, E11). */
export function recordCcpResult(ctx: Ctx, body: InputOf<typeof ccpResultRecord>["body"]): Promise<CcpResult> {
  return transaction(ctx, async (ctx) => {
    const enrolment = await lockDecided(ctx, body.enrolmentId);
    if (enrolment === null) throw unknownEnrolment();
    authorize(canRecordResult(ctx.actor, enrolment), whyCancelled);
    const { personId, cohort } = enrolment;
    const edition = cohort.programme.titleVersion;
    const certification = await certificationOf(ctx, personId, edition.id, { publishedOnly: false });
    checkDecision(body, enrolment, certification, today(ctx));
    const before = certification.held.find(({ blockCode }) => blockCode === body.blockCode);
    if (before !== undefined) throw alreadyHeld(before);
    const { id } = await ctx.db.ccpResult.create({
      data: {
        personId,
        enrolmentId: enrolment.id,
        titleVersionId: edition.id,
        blockId: edition.blocks.find(({ code }) => code === body.blockCode)?.id ?? null,
        obtained: body.obtained,
        reason: body.reason,
        decidedOn: toColumn(body.decidedOn),
        createdAt: nowColumn(ctx),
      },
      select: { id: true },
    });
    await append(ctx, { type: "ccp-result.recorded", entityId: id, to: body, effectiveOn: body.decidedOn });
    return presentCcpResult(ctx.actor, await findCcpResult(ctx, id));
  });
}

/** E11: what is held is not sat again, whatever came out of it; only an annulment makes room for another decision. */
function alreadyHeld({ ccpResultId, blockCode, decidedOn }: Held): ApiError {
  const on = fromColumn(decidedOn);
  const detail = text(({ day }) =>
    blockCode === null
      ? {
          fr: `L’entretien final est déjà réussi depuis le ${day(on)}. Si ce résultat est faux, annulez-le d’abord.`,
          en: `The final interview is already passed since ${day(on)}. If that result is wrong, annul it first.`,
        }
      : {
          fr: `Le ${blockCode} est déjà obtenu depuis le ${day(on)} : il ne se repasse pas. Si ce résultat est faux, annulez-le d’abord.`,
          en: `${blockCode} is already held since ${day(on)}: it is not sat again. If that result is wrong, annul it first.`,
        },
  );
  return new ApiError("ccp_already_held", { detail, facts: { ccpResultId, decidedOn: on } });
}

import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { type Letter, post } from "../../core/outbox.ts";
import { text } from "../../core/wording.ts";

/** Queues one letter for each of those who were to come to a cohort, in the language of the house. */
export async function postCancellations(
  ctx: Ctx,
  cohortId: string,
  told: readonly { readonly personId: string; readonly email: string | null }[],
): Promise<void> {
  for (const { personId, email } of told) {
    if (email !== null) await post({ ...ctx, locale: "fr" }, "cohort-cancelled", { cohortId, personId });
  }
}

/** That a training does not take place, and why. Nothing is sent to who has no address any more. Facts: cohortId, personId. */
export const cohortCancelled: Letter = async (ctx, { cohortId = "", personId = "" }) => {
  const cohort = await ctx.db.cohort.findUnique({ where: { id: cohortId } });
  const person = await ctx.db.person.findUnique({
    where: { id: personId },
    include: { user: { where: { deactivatedAt: null }, select: { email: true } } },
  });
  const to = person?.user?.email ?? person?.email ?? null;
  if (cohort === null || cohort.cancelledReason === null || person === null || to === null) return null;
  const { name, cancelledReason: reason } = cohort;
  const [from, until] = [fromColumn(cohort.startsOn), fromColumn(cohort.endsOn)];
  const subject = { fr: `Formation annulée (${name})`, en: `Training cancelled (${name})` };
  const body = text(({ day }) => ({
    fr: `Bonjour ${person.givenName},\n\nLa formation « ${name} », prévue du ${day(from)} au ${day(until)}, est annulée. Les demi-journées prévues n’auront pas lieu.\n\nMotif : ${reason}\n\nUne question ? Votre centre de formation vous répondra.\n`,
    en: `Hello ${person.givenName},\n\nThe training “${name}”, planned from ${day(from)} to ${day(until)}, is cancelled. The half-days planned will not take place.\n\nReason: ${reason}\n\nAny question? Your training centre will answer.\n`,
  }));
  return { to, subject: subject[ctx.locale], text: body[ctx.locale] };
};

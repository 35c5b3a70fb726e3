import { checkCohort, type CohortPeriods, type CohortFault } from "@passerelle/domain/cohort/check-cohort";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { unknownSite } from "../sites/sites.queries.ts";

/**
 * Refuses dates that do not hold together, or lie outside the edition's dates in force (R3), and a site that does not
 * exist, every fault at once.
 */
export async function checkFields(
  ctx: Ctx,
  { siteId, ...dates }: CohortPeriods & { readonly siteId?: string | null },
  edition: { inForceFrom: Date; inForceTo: Date },
): Promise<void> {
  const inForce = { from: fromColumn(edition.inForceFrom), to: fromColumn(edition.inForceTo) };
  const faults = checkCohort(dates, inForce).map((fault) => ({ ...fault, detail: textOf(fault) }));
  const errors = [...faults, ...(await unknownSite(ctx, siteId))];
  if (errors.length > 0) throw new ApiError("cohort_invalid", { errors });
}

function textOf(fault: CohortFault): Text {
  switch (fault.code) {
    case "registration_reversed":
      return {
        fr: "Les inscriptions ferment avant d’ouvrir. Corrigez l’une des deux dates.",
        en: "Registration closes before it opens. Correct one of the two dates.",
      };
    case "registration_closes_after_end":
      return {
        fr: "Les inscriptions ferment après la fin de la formation.",
        en: "Registration closes after the training ends.",
      };
    case "dates_reversed":
      return {
        fr: "La formation finit avant de commencer. Corrigez l’une des deux dates.",
        en: "The training ends before it starts. Correct one of the two dates.",
      };
    case "too_long":
      return text(({ day }) => ({
        fr: `Du ${day(fault.facts.startsOn)} au ${day(fault.facts.endsOn)}, la formation dure plus de ${fault.facts.mostYears} ans. Finissez-la le ${day(fault.facts.latest)} au plus tard.`,
        en: `From ${day(fault.facts.startsOn)} to ${day(fault.facts.endsOn)}, training lasts more than ${fault.facts.mostYears} years. End it on ${day(fault.facts.latest)} at the latest.`,
      }));
    case "starts_outside_title":
      return text(({ day }) => ({
        fr: `La formation commence le ${day(fault.facts.startsOn)} ; l’édition du titre est en vigueur du ${day(fault.facts.from)} au ${day(fault.facts.to)}.`,
        en: `Training starts on ${day(fault.facts.startsOn)}; the edition is in force from ${day(fault.facts.from)} to ${day(fault.facts.to)}.`,
      }));
  }
}

import type { ccpResultRecord } from "@passerelle/contracts/ccp-results";
import type { InputOf } from "@passerelle/contracts/http";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { text } from "../../core/wording.ts";
import type { DecidedEnrolment } from "./ccp-results.queries.ts";
import type { Certification } from "./certification.queries.ts";

type Decision = InputOf<typeof ccpResultRecord>["body"];

/** A body that names an enrolment which is not there to be seen. */
export function unknownEnrolment(): ApiError {
  return invalid([
    {
      pointer: "/enrolmentId",
      code: "unknown_enrolment",
      detail: { fr: "Cette inscription n’existe pas.", en: "There is no such enrolment." },
    },
  ]);
}

/** Refuses a decision that does not fit its enrolment or what is held (E9, E10), every fault at once. */
export function checkDecision(
  decision: Decision,
  { cohort }: Pick<DecidedEnrolment, "cohort">,
  { missing }: Pick<Certification, "missing">,
  today: string,
): void {
  const { titleVersion } = cohort.programme;
  const faults = [
    blockFault(decision, titleVersion),
    dayFault(decision, fromColumn(cohort.startsOn), today),
    interviewFault(decision, missing),
  ].filter((fault) => fault !== null);
  if (faults.length > 0) throw invalid(faults);
}

function invalid(errors: FaultText[]): ApiError {
  return new ApiError("ccp_result_invalid", { errors });
}

/** E9: a CCP of another edition counts for nothing here. */
function blockFault({ blockCode }: Decision, edition: { code: string; blocks: { code: string }[] }): FaultText | null {
  const codes = edition.blocks.map(({ code }) => code);
  if (blockCode === null || codes.includes(blockCode)) return null;
  return {
    pointer: "/blockCode",
    code: "unknown_block",
    detail: text(({ list }) => ({
      fr: `L’édition ${edition.code} n’a pas de bloc « ${blockCode} ». Les siens sont ${list(codes)}.`,
      en: `The edition ${edition.code} has no block “${blockCode}”. Its blocks are ${list(codes)}.`,
    })),
    facts: { titleVersion: edition.code, blockCodes: codes },
  };
}

function dayFault({ decidedOn }: Decision, startsOn: string, today: string): FaultText | null {
  if (decidedOn > today) {
    return {
      pointer: "/decidedOn",
      code: "in_future",
      detail: text(({ day }) => ({
        fr: `Un résultat s’enregistre une fois décidé : le ${day(decidedOn)} est encore à venir.`,
        en: `A result is recorded once it is decided: ${day(decidedOn)} is still to come.`,
      })),
      facts: { today },
    };
  }
  if (decidedOn >= startsOn) return null;
  return {
    pointer: "/decidedOn",
    code: "before_training",
    detail: text(({ day }) => ({
      fr: `La décision ne peut pas dater d’avant la formation, qui commence le ${day(startsOn)}.`,
      en: `The decision cannot be earlier than the training, which starts on ${day(startsOn)}.`,
    })),
    facts: { startsOn },
  };
}

/** E9, E10: the final interview is passed only by somebody who holds every CCP. */
function interviewFault({ blockCode, obtained }: Decision, missing: readonly string[]): FaultText | null {
  if (blockCode !== null || !obtained || missing.length === 0) return null;
  return {
    pointer: "/obtained",
    code: "ccp_missing",
    detail: text(({ list }) => ({
      fr: `L’entretien final ne peut être réussi qu’avec tous les CCP ; il manque ${list(missing)}. ${missing.length === 1 ? "Enregistrez-le" : "Enregistrez-les"} d’abord.`,
      en: `The final interview is passed only with every CCP; ${list(missing)} ${missing.length === 1 ? "is" : "are"} missing. Record ${missing.length === 1 ? "it" : "them"} first.`,
    })),
    facts: { missing },
  };
}

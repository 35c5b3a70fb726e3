import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import { type CompletionFault, type EnrolmentFault, legalMoves } from "@passerelle/domain/path/enrolment-state";
import type { PrescribedFault } from "@passerelle/domain/path/prescribed";
import type { WaiverFault } from "@passerelle/domain/path/waiver";
import type { WaiverEndFault } from "@passerelle/domain/path/waiver-end";
import { ApiError } from "../../core/api-error.ts";
import { text } from "../../core/wording.ts";
import {
  type EnrolmentDayFault,
  moveDayText,
  prescribedText,
  waiverEndText,
  waiverText,
} from "./enrolment-fault-texts.ts";
import { moveNames, standings } from "./state-names.ts";

export const whyEnded = {
  fr: "Le parcours est terminé ou arrêté : cette inscription ne change plus.",
  en: "The path has ended: this enrolment no longer changes.",
};

/** 409, naming the moves that are legal. */
export function illegalMove(from: EnrolmentState, to: EnrolmentState): ApiError {
  const legal = legalMoves(from);
  const detail = text(({ list }) => {
    const [fr, en] = [legal.map((each) => moveNames[each].fr), legal.map((each) => moveNames[each].en)];
    if (legal.length === 0) {
      return {
        fr: `${standings[from].fr} : plus aucun changement n’est possible.`,
        en: `${standings[from].en}: no move is left.`,
      };
    }
    return {
      fr: `${standings[from].fr}. ${fr.length > 1 ? "Sont possibles" : "Est possible"} : ${list(fr)}.`,
      en: `${standings[from].en}. Possible from here: ${list(en)}.`,
    };
  });
  return new ApiError("illegal_move", { detail, facts: { from, to, legal } });
}

/** Throws the faults of a move: an illegal one is a 409, the days of a legal one a 422. */
export function refuseMove(faults: readonly EnrolmentFault[]): void {
  const days: EnrolmentDayFault[] = [];
  for (const fault of faults) {
    if (fault.code === "illegal_move") throw illegalMove(fault.facts.from, fault.facts.to);
    days.push(fault);
  }
  refuse(days, moveDayText);
}

export function refusePrescribed(faults: readonly PrescribedFault[]): void {
  refuse(faults, prescribedText);
}

export function refuseWaiver(faults: readonly WaiverFault[]): void {
  refuse(faults, waiverText);
}

export function refuseWaiverEnd(faults: readonly WaiverEndFault[]): void {
  refuse(faults, waiverEndText);
}

function refuse<Fault extends { pointer: string; code: string; facts: object }>(
  faults: readonly Fault[],
  textOf: (fault: Fault) => { fr: string; en: string },
): void {
  if (faults.length === 0) return;
  throw new ApiError("enrolment_invalid", { errors: faults.map((fault) => ({ ...fault, detail: textOf(fault) })) });
}

/** P1: what the placement lacks, in hours. */
export function placementIncomplete({ facts }: CompletionFault): ApiError {
  const detail = text(({ hours }) => ({
    fr: `Il manque ${hours(facts.missingMinutes)} de stage validées : ${hours(facts.validatedMinutes)} sur ${hours(facts.requiredMinutes)}. Validez les semaines qui manquent, ou dispensez du stage.`,
    en: `${hours(facts.missingMinutes)} of validated placement are missing: ${hours(facts.validatedMinutes)} of ${hours(facts.requiredMinutes)}. Validate the weeks that are missing, or waive the placement.`,
  }));
  return new ApiError("placement_incomplete", { detail, facts: { ...facts } });
}

export function reasonRequired(to: EnrolmentState): ApiError {
  const detail = {
    fr: `Dites pourquoi : un motif accompagne ${moveNames[to].fr}.`,
    en: `Say why: ${moveNames[to].en} comes with a reason.`,
  };
  return new ApiError("reason_required", {
    detail,
    errors: [{ pointer: "/reason", code: "reason_required", detail }],
  });
}

/** A4: the numbers, so that the caller sees what is missing. */
export function cohortFull(capacity: number, seatsTaken: number): ApiError {
  return new ApiError("cohort_full", {
    detail: {
      fr: `Toutes les places sont prises : ${seatsTaken} sur ${capacity}. Une place se libère par une annulation, un abandon ou une exclusion, ou en augmentant la capacité.`,
      en: `Every seat is taken: ${seatsTaken} of ${capacity}. A seat is freed by a cancellation, a drop-out or an exclusion, or by raising the capacity.`,
    },
    facts: { capacity, seatsTaken },
  });
}

import type { EnrolmentFault } from "@passerelle/domain/path/enrolment-state";
import type { PrescribedFault } from "@passerelle/domain/path/prescribed";
import type { WaiverFault } from "@passerelle/domain/path/waiver";
import type { WaiverEndFault } from "@passerelle/domain/path/waiver-end";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";

export type EnrolmentDayFault = Exclude<EnrolmentFault, { code: "illegal_move" }>;

/** What is wrong with the effective day of a move. */
export function moveDayText(fault: EnrolmentDayFault): Text {
  switch (fault.code) {
    case "before_previous":
      return text(({ day }) => ({
        fr: `Le changement précédent date du ${day(fault.facts.previousOn)} : celui-ci ne peut pas le devancer.`,
        en: `The move before took effect on ${day(fault.facts.previousOn)}: this one cannot come earlier.`,
      }));
    case "in_future":
      return inFuture(fault.facts.today);
    case "starts_before_training":
      return text(({ day }) => ({
        fr: `La formation commence le ${day(fault.facts.trainingStartsOn)} : on n’y entre pas avant.`,
        en: `Training starts on ${day(fault.facts.trainingStartsOn)}: nobody starts before.`,
      }));
    case "cancelled_after_start":
      return text(({ day }) => ({
        fr: `La formation a commencé le ${day(fault.facts.trainingStartsOn)} : une inscription s’annule avant. Après, c’est un abandon ou une exclusion.`,
        en: `Training started on ${day(fault.facts.trainingStartsOn)}: an enrolment is cancelled before. After that it is a drop-out or an exclusion.`,
      }));
  }
}

/** A day that has not come; `on` is today. */
export function inFuture(on: string): Text {
  return text(({ day }) => ({
    fr: `Ce jour est à venir : nous sommes le ${day(on)}.`,
    en: `That day is yet to come: today is ${day(on)}.`,
  }));
}

export function prescribedText(fault: PrescribedFault): Text {
  switch (fault.code) {
    case "unknown_block": {
      const { blockCode, known } = fault.facts;
      return text(({ list }) => ({
        fr: `Le programme n’a pas de bloc ${blockCode}. Ses blocs : ${list(known)}.`,
        en: `The programme has no block ${blockCode}. Its blocks: ${list(known)}.`,
      }));
    }
    case "block_twice":
      return {
        fr: `Le bloc ${fault.facts.blockCode} est déjà prescrit plus haut. Gardez une seule ligne.`,
        en: `Block ${fault.facts.blockCode} is already prescribed above. Keep one line.`,
      };
    case "block_missing":
      return {
        fr: `Le bloc ${fault.facts.blockCode} manque. Prescrivez-le, au besoin pour 0 h.`,
        en: `Block ${fault.facts.blockCode} is missing. Prescribe it, for 0 h if need be.`,
      };
    case "minutes_above_programme": {
      const { blockCode, minutes, programmeMinutes } = fault.facts;
      return text(({ hours }) => ({
        fr: `${blockCode} : ${hours(minutes)} prescrites, alors que le programme en compte ${hours(programmeMinutes)}.`,
        en: `${blockCode}: ${hours(minutes)} prescribed, while the programme has ${hours(programmeMinutes)}.`,
      }));
    }
    case "nothing_prescribed":
      return {
        fr: "Aucune heure n’est prescrite. En formation continue, il en faut dans un bloc au moins.",
        en: "No hours are prescribed. Continuing training needs some in at least one block.",
      };
  }
}

export function waiverText(fault: WaiverFault): Text {
  switch (fault.code) {
    case "employed_too_late":
      return text(({ day }) => ({
        fr: `L’emploi doit couvrir toute la formation, qui commence le ${day(fault.facts.startsOn)}.`,
        en: `The employment must cover the whole training, which starts on ${day(fault.facts.startsOn)}.`,
      }));
    case "employed_not_long_enough":
      return text(({ day }) => ({
        fr: `L’emploi doit couvrir toute la formation, qui finit le ${day(fault.facts.endsOn)}.`,
        en: `The employment must cover the whole training, which ends on ${day(fault.facts.endsOn)}.`,
      }));
    case "employment_reversed":
      return {
        fr: "L’emploi finit avant de commencer. Corrigez l’une des deux dates.",
        en: "The employment ends before it starts. Correct one of the two dates.",
      };
    case "proof_in_future":
      return inFuture(fault.facts.today);
  }
}

export function waiverEndText(fault: WaiverEndFault): Text {
  switch (fault.code) {
    case "ended_before_employment":
      return text(({ day }) => ({
        fr: `L’emploi a commencé le ${day(fault.facts.employedFrom)} : il n’a pas pu finir avant.`,
        en: `The employment started on ${day(fault.facts.employedFrom)}: it cannot have ended before.`,
      }));
    case "ended_after_employment":
      return text(({ day }) => ({
        fr: `Le contrat finit le ${day(fault.facts.employedUntil)} au plus tard.`,
        en: `The contract ends on ${day(fault.facts.employedUntil)} at the latest.`,
      }));
    case "training_covered":
      return text(({ day }) => ({
        fr: `La formation finit le ${day(fault.facts.endsOn)} : l’emploi l’a couverte en entier, la dispense tient.`,
        en: `Training ends on ${day(fault.facts.endsOn)}: the employment covered it whole, the waiver holds.`,
      }));
    case "in_future":
      return inFuture(fault.facts.today);
  }
}

import type { SkippedMonth } from "@passerelle/domain/planning/months";
import type { RefusalCause } from "@passerelle/domain/planning/propose-plan";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { examDayText } from "./exam-day-texts.ts";

/** Why no plan is possible, with the arithmetic. */
export function causeText(cause: RefusalCause): Text {
  switch (cause.code) {
    case "no_room":
      return noRoomText(cause);
    case "bounds_reversed":
      return text(({ day }) => ({
        fr: `La fin (${day(cause.facts.notAfter)}) vient avant le début (${day(cause.facts.notBefore)}).`,
        en: `The end (${day(cause.facts.notAfter)}) comes before the beginning (${day(cause.facts.notBefore)}).`,
      }));
    case "outside_title":
      return text(({ day }) => ({
        fr: `L’édition du titre est en vigueur du ${day(cause.facts.from)} au ${day(cause.facts.to)} : aucun de ces jours n’est dans les bornes.`,
        en: `The edition is in force from ${day(cause.facts.from)} to ${day(cause.facts.to)}: none of it is within the bounds.`,
      }));
    case "block_not_multiple":
      return blockNotMultipleText(cause);
    case "exam_half_days_mismatch": {
      const { expected, actual } = cause.facts;
      return {
        fr: `Les jours de certification comptent ${expected} demi-journées, mais ${actual} sont réparties entre les blocs.`,
        en: `The certification days have ${expected} half-days, but ${actual} are shared among the blocks.`,
      };
    }
    case "exam_half_days_exceed_block": {
      const { blockCode, examHalfDays, blockHalfDays } = cause.facts;
      return {
        fr: `${blockCode} reçoit ${examHalfDays} demi-journées d’examen pour ${blockHalfDays} demi-journées en tout.`,
        en: `${blockCode} is given ${examHalfDays} exam half-days out of ${blockHalfDays} half-days in all.`,
      };
    }
    case "unknown_block":
      return {
        fr: `Le bloc ${cause.facts.blockCode} n’est pas du programme.`,
        en: `Block ${cause.facts.blockCode} is not in the programme.`,
      };
    case "session_longer_than_week": {
      const { daysPerSession, mostDays } = cause.facts;
      return {
        fr: `Une session de ${daysPerSession} jours ne tient pas dans une semaine de ${mostDays} jours ouvrés.`,
        en: `A session of ${daysPerSession} days does not fit in a week of ${mostDays} working days.`,
      };
    }
    case "day_too_long":
      return text(({ hours }) => ({
        fr: `Deux demi-journées font ${hours(cause.facts.minutes)} ; une journée en compte ${hours(cause.facts.mostMinutes)} au plus.`,
        en: `Two half-days make ${hours(cause.facts.minutes)}; a day has ${hours(cause.facts.mostMinutes)} at most.`,
      }));
    case "no_block":
      return { fr: "Le programme n’a aucun bloc.", en: "The programme has no block." };
    case "not_a_whole_number": {
      const { field, value, least } = cause.facts;
      return {
        fr: `${field} vaut ${value} : il faut un entier d’au moins ${least}.`,
        en: `${field} is ${value}: a whole number of at least ${least} is needed.`,
      };
    }
    default:
      return examDayText(cause);
  }
}

function noRoomText({ facts }: Extract<RefusalCause, { code: "no_room" }>): Text {
  const { sessionsNeeded, sessionsPlaced, examDaysNeeded, nearestNotAfter, searchedUntil } = facts;
  const lacking =
    sessionsPlaced < sessionsNeeded
      ? {
          fr: `${sessionsPlaced} sessions sur ${sessionsNeeded} trouvent place entre ces bornes`,
          en: `${sessionsPlaced} sessions out of ${sessionsNeeded} find a place between these bounds`,
        }
      : {
          fr: `Les ${sessionsNeeded} sessions trouvent place, mais pas les ${examDaysNeeded} jours de certification`,
          en: `All ${sessionsNeeded} sessions find a place, but not the ${examDaysNeeded} certification days`,
        };
  return text(({ day }) =>
    nearestNotAfter === null
      ? {
          fr: `${lacking.fr}, et aucune fin jusqu’au ${day(searchedUntil)} n’y suffirait. Avancez le début, ou libérez des mois ou des fermetures.`,
          en: `${lacking.en}, and no end up to ${day(searchedUntil)} would do. Begin earlier, or free some months or closures.`,
        }
      : {
          fr: `${lacking.fr}. En finissant le ${day(nearestNotAfter)}, tout tient.`,
          en: `${lacking.en}. Ending on ${day(nearestNotAfter)}, everything fits.`,
        },
  );
}

function blockNotMultipleText({ facts }: Extract<RefusalCause, { code: "block_not_multiple" }>): Text {
  const { blockCode, minutes, halfDayMinutes, below, above } = facts;
  return text(({ hours }) => {
    const near = below === null ? hours(above) : `${hours(below)} / ${hours(above)}`;
    return {
      fr: `${blockCode} : ${hours(minutes)} ne font pas un nombre entier de demi-journées de ${hours(halfDayMinutes)}. Au plus près : ${near}.`,
      en: `${blockCode}: ${hours(minutes)} is no whole number of half-days of ${hours(halfDayMinutes)}. Nearest: ${near}.`,
    };
  });
}

/** Why a month of the calendar has no session. */
export function skippedMonthText({ month: yearMonth, reason }: SkippedMonth): Text {
  const why: Record<SkippedMonth["reason"], Text> = {
    asked: { fr: "sans session, comme demandé", en: "no session, as asked" },
    before_title: { fr: "l’édition du titre n’est pas encore en vigueur", en: "the edition is not yet in force" },
    no_room: { fr: "aucune semaine n’a assez de jours libres", en: "no week has enough free days" },
    too_close: { fr: "trop près de la session précédente", en: "too close to the session before" },
    exam_out_of_reach: { fr: "la certification ne trouverait plus sa place", en: "certification would find no place" },
  };
  return text(({ month }) => ({
    fr: `${month(yearMonth)} : ${why[reason].fr}.`,
    en: `${month(yearMonth)}: ${why[reason].en}.`,
  }));
}

import type { PlanFault } from "@passerelle/domain/planning/check-plan";
import type { Finding } from "@passerelle/domain/planning/findings";
import type { SkippedMonth } from "@passerelle/domain/planning/months";
import type { MoveFault } from "@passerelle/domain/planning/move-days";
import type { RefusalCause } from "@passerelle/domain/planning/propose-plan";
import type { HolidayCode } from "@passerelle/domain/planning/public-holidays";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";

const slotNames = { am: { fr: "matin", en: "morning" }, pm: { fr: "après-midi", en: "afternoon" } };

/** What a finding says to a person. Sessions are numbered from 1. */
export function findingText(finding: Finding): Text {
  switch (finding.code) {
    case "session_count": {
      const { actual, required } = finding.facts;
      return { fr: `${actual} sessions au lieu de ${required}.`, en: `${actual} sessions instead of ${required}.` };
    }
    case "session_day_count": {
      const { session, actual, required } = finding.facts;
      return {
        fr: `La session ${session + 1} a ${actual} jours au lieu de ${required}.`,
        en: `Session ${session + 1} has ${actual} days instead of ${required}.`,
      };
    }
    case "session_in_several_weeks": {
      const number = finding.facts.session + 1;
      return {
        fr: `La session ${number} s’étale sur plusieurs semaines.`,
        en: `Session ${number} spreads over several weeks.`,
      };
    }
    case "session_days_broken": {
      const { session, missingDays } = finding.facts;
      return text(({ day, list }) => ({
        fr: `La session ${session + 1} est interrompue : ${list(missingDays.map(day))}.`,
        en: `Session ${session + 1} is broken by ${list(missingDays.map(day))}.`,
      }));
    }
    case "two_sessions_in_month": {
      const { month: when, sessions } = finding.facts;
      const numbers = sessions.map((session) => String(session + 1));
      return text(({ month, list }) => ({
        fr: `${month(when)} porte plusieurs sessions : ${list(numbers)}. Une par mois au plus.`,
        en: `${month(when)} has several sessions: ${list(numbers)}. One a month at most.`,
      }));
    }
    case "sessions_too_close": {
      const { sessions, actualDays, requiredDays } = finding.facts;
      const [before, after] = [sessions[0] + 1, sessions[1] + 1];
      return {
        fr: `Les sessions ${before} et ${after} sont à ${actualDays} jours l’une de l’autre ; il en faut ${requiredDays}.`,
        en: `Sessions ${before} and ${after} are ${actualDays} days apart; ${requiredDays} are needed.`,
      };
    }
    default:
      return examFindingText(finding);
  }
}

type ExamFinding = Exclude<
  Finding,
  {
    code:
      | "session_count"
      | "session_day_count"
      | "session_in_several_weeks"
      | "session_days_broken"
      | "two_sessions_in_month"
      | "sessions_too_close";
  }
>;

function examFindingText(finding: ExamFinding): Text {
  switch (finding.code) {
    case "exam_day_count": {
      const { actual, required } = finding.facts;
      return {
        fr: `${actual} jours de certification au lieu de ${required}.`,
        en: `${actual} certification days instead of ${required}.`,
      };
    }
    case "exam_not_consecutive": {
      const between = finding.facts.workingDaysBetween;
      return text(({ day, list }) => ({
        fr: `Les jours de certification ne se suivent pas : ${list(between.map(day))} entre eux.`,
        en: `The certification days are not consecutive: ${list(between.map(day))} between them.`,
      }));
    }
    case "exam_before_last_session":
      return text(({ day }) => ({
        fr: `La certification commence le ${day(finding.facts.examDay)}, avant la fin des cours le ${day(finding.facts.lastSessionDay)}.`,
        en: `Certification begins on ${day(finding.facts.examDay)}, before teaching ends on ${day(finding.facts.lastSessionDay)}.`,
      }));
    case "exam_too_late":
      return text(({ day }) => ({
        fr: `La certification finit le ${day(finding.facts.examDay)} ; deux mois après la dernière session, c’est le ${day(finding.facts.latest)} au plus tard.`,
        en: `Certification ends on ${day(finding.facts.examDay)}; two months after the last session is ${day(finding.facts.latest)} at the latest.`,
      }));
    case "block_order": {
      const { day: on, slot, blockCode, after } = finding.facts;
      return text(({ day }) => ({
        fr: `${blockCode} revient après ${after} : ${day(on)}, ${slotNames[slot].fr}.`,
        en: `${blockCode} comes back after ${after}: ${day(on)}, ${slotNames[slot].en}.`,
      }));
    }
    case "weekend_day":
      return text(({ day }) => ({
        fr: `${day(finding.facts.day)} tombe un week-end.`,
        en: `${day(finding.facts.day)} is on a weekend.`,
      }));
    case "outside_cohort":
      return text(({ day, list }) => ({
        fr: `Hors des dates de la promotion : ${list(finding.facts.days.map(day))}.`,
        en: `Outside the cohort’s dates: ${list(finding.facts.days.map(day))}.`,
      }));
    case "after_title":
      return text(({ day }) => ({
        fr: `${day(finding.facts.day)} vient après la fin de l’édition, le ${day(finding.facts.titleEnds)}.`,
        en: `${day(finding.facts.day)} comes after the edition’s end on ${day(finding.facts.titleEnds)}.`,
      }));
  }
}

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

/** The names of public holidays. */
export const holidayNames: Record<HolidayCode, Text> = {
  new_year: { fr: "jour de l’An", en: "New Year’s Day" },
  good_friday: { fr: "Vendredi saint", en: "Good Friday" },
  easter_monday: { fr: "lundi de Pâques", en: "Easter Monday" },
  labour_day: { fr: "fête du Travail", en: "Labour Day" },
  victory_1945: { fr: "victoire de 1945", en: "Victory in Europe Day" },
  ascension: { fr: "Ascension", en: "Ascension Day" },
  whit_monday: { fr: "lundi de Pentecôte", en: "Whit Monday" },
  national_day: { fr: "fête nationale", en: "Bastille Day" },
  assumption: { fr: "Assomption", en: "Assumption" },
  all_saints: { fr: "Toussaint", en: "All Saints’ Day" },
  armistice_1918: { fr: "armistice de 1918", en: "Armistice Day" },
  christmas: { fr: "Noël", en: "Christmas Day" },
  saint_stephen: { fr: "lendemain de Noël", en: "Boxing Day" },
};

/** Why a half-day cannot be where the plan puts it. */
export function planFaultText(fault: PlanFault): Text {
  switch (fault.code) {
    case "day_outside_title":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} : l’édition du titre est en vigueur du ${day(fault.facts.from)} au ${day(fault.facts.to)}.`,
        en: `${day(fault.facts.day)}: the edition is in force from ${day(fault.facts.from)} to ${day(fault.facts.to)}.`,
      }));
    case "day_on_public_holiday": {
      const name = holidayNames[fault.facts.holiday];
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est férié (${name.fr}).`,
        en: `${day(fault.facts.day)} is a public holiday (${name.en}).`,
      }));
    }
    case "day_on_closure": {
      const label = fault.facts.label === null ? "" : ` (${fault.facts.label})`;
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est un jour de fermeture${label}.`,
        en: `${day(fault.facts.day)} is a closing day${label}.`,
      }));
    }
    case "half_day_twice":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].fr} : la promotion y est déjà.`,
        en: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].en}: the cohort is already there.`,
      }));
    case "too_many_minutes_a_day":
      return text(({ day, hours }) => ({
        fr: `${day(fault.facts.day)} compte ${hours(fault.facts.minutes)} ; ${hours(fault.facts.mostMinutes)} au plus.`,
        en: `${day(fault.facts.day)} has ${hours(fault.facts.minutes)}; ${hours(fault.facts.mostMinutes)} at most.`,
      }));
    case "unknown_block":
      return {
        fr: `Le bloc ${fault.facts.blockCode} n’est pas du programme.`,
        en: `Block ${fault.facts.blockCode} is not in the programme.`,
      };
    case "block_missing":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].fr} : il manque le bloc.`,
        en: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].en}: the block is missing.`,
      }));
  }
}

/** Why a move makes no sense. */
export function moveFaultText(fault: MoveFault): Text {
  switch (fault.code) {
    case "day_count_differs": {
      const { actual, required } = fault.facts;
      return {
        fr: `Il faut ${required} jours, un pour chaque jour de la session ; ${actual} sont donnés.`,
        en: `${required} days are needed, one for each day of the session; ${actual} are given.`,
      };
    }
    case "same_day_twice":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est donné deux fois.`,
        en: `${day(fault.facts.day)} is given twice.`,
      }));
    case "no_such_session":
    case "no_such_half_day":
      return {
        fr: "Ce qui devait bouger n’est plus dans le planning.",
        en: "What was to move is no longer in the plan.",
      };
  }
}

import type { Finding } from "@passerelle/domain/planning/findings";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { slotNames } from "./slot-names.ts";

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
      if (actualDays < 0) {
        return {
          fr: `Les sessions ${before} et ${after} se chevauchent ; il faut ${requiredDays} jours entre elles.`,
          en: `Sessions ${before} and ${after} overlap; ${requiredDays} days between them are needed.`,
        };
      }
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
      const { day: on, slot, blockCode, after, times } = finding.facts;
      const often =
        times === 1 ? { fr: "", en: "" } : { fr: ` ${times} fois, d’abord`, en: ` ${times} times, first on` };
      return text(({ day }) => ({
        fr: `${blockCode} revient après ${after} :${often.fr} ${day(on)}, ${slotNames[slot].fr}.`,
        en: `${blockCode} comes back after ${after}:${often.en} ${day(on)}, ${slotNames[slot].en}.`,
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

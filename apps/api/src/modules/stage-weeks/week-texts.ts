import type { SubmissionFault, WeekFault } from "@passerelle/domain/placement/check-week";
import type { StageWeekMove, StageWeekState } from "@passerelle/domain/placement/stage-week-state";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { standings } from "../enrolments/state-names.ts";
import type { PlacedEnrolment } from "./stage-weeks.queries.ts";

/** What a fault of a week says to its trainee (P4). */
export function weekFaultText(fault: WeekFault | SubmissionFault): Text {
  switch (fault.code) {
    case "day_too_long":
      return text(({ hours }) => ({
        fr: `${hours(fault.facts.minutes)} ce jour-là : une journée compte ${hours(fault.facts.mostMinutes)} au plus.`,
        en: `${hours(fault.facts.minutes)} on that day: a day has ${hours(fault.facts.mostMinutes)} at most.`,
      }));
    case "week_too_long":
      return text(({ hours }) => ({
        fr: `${hours(fault.facts.minutes)} sur la semaine : elle en compte ${hours(fault.facts.mostMinutes)} au plus.`,
        en: `${hours(fault.facts.minutes)} over the week: it has ${hours(fault.facts.mostMinutes)} at most.`,
      }));
    case "day_repeated":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} figure déjà plus haut. Gardez une seule ligne par jour.`,
        en: `${day(fault.facts.day)} is already above. Keep one line a day.`,
      }));
    case "week_empty":
      return {
        fr: "Aucune heure n’est notée. Notez au moins une journée avant d’envoyer la semaine.",
        en: "No hours are logged. Log at least one day before submitting the week.",
      };
    default:
      return placeOfDayText(fault);
  }
}

type DayFault = Extract<
  WeekFault,
  { code: "day_outside_week" | "day_in_future" | "day_before_training" | "day_after_training" }
>;

function placeOfDayText(fault: DayFault): Text {
  switch (fault.code) {
    case "day_outside_week":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} n’est pas dans cette semaine, qui va du ${day(fault.facts.from)} au ${day(fault.facts.to)}.`,
        en: `${day(fault.facts.day)} is not in this week, which runs from ${day(fault.facts.from)} to ${day(fault.facts.to)}.`,
      }));
    case "day_in_future":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est à venir : nous sommes le ${day(fault.facts.today)}. Notez les heures une fois faites.`,
        en: `${day(fault.facts.day)} is yet to come: today is ${day(fault.facts.today)}. Log hours once they are done.`,
      }));
    case "day_before_training":
      return text(({ day }) => ({
        fr: `La formation commence le ${day(fault.facts.from)} : les heures d’avant ne comptent pas.`,
        en: `Training starts on ${day(fault.facts.from)}: hours before it do not count.`,
      }));
    case "day_after_training":
      return text(({ day }) => ({
        fr: `La formation s’est terminée le ${day(fault.facts.to)} : les heures d’après ne comptent pas.`,
        en: `Training ended on ${day(fault.facts.to)}: hours after it do not count.`,
      }));
  }
}

/** Why a week cannot be written: its own state, or else its enrolment's. */
export function whyNotLogged(state: StageWeekState, enrolment: PlacedEnrolment): Text {
  if (state !== "draft") return whyNotMoved(state, "log");
  switch (enrolment.placement) {
    case "waived":
      return {
        fr: "Le stage est dispensé : il n’y a pas d’heures à noter.",
        en: "The placement is waived: there are no hours to log.",
      };
    case "not_applicable":
      return {
        fr: "Cette inscription ne comporte pas de stage : il n’y a pas d’heures à noter.",
        en: "This enrolment has no placement: there are no hours to log.",
      };
    case "required": {
      const { fr, en } = standings[enrolment.state];
      return {
        fr: `${fr} : les heures de stage se notent pendant la formation.`,
        en: `${en}: placement hours are logged during training.`,
      };
    }
  }
}

const weekStandings = {
  submitted: { fr: "Cette semaine est envoyée", en: "This week is submitted" },
  confirmed: { fr: "Cette semaine est confirmée par le tuteur", en: "This week is confirmed by the tutor" },
};

/** What the state of a week forbids, and what to do instead. */
export function whyNotMoved(state: StageWeekState, move: StageWeekMove | "log"): Text {
  if (state === "draft") {
    return {
      fr: "Cette semaine est encore un brouillon : attendez qu’elle soit envoyée.",
      en: "This week is still a draft: wait for it to be submitted.",
    };
  }
  if (state === "validated") {
    return {
      fr: "Cette semaine est validée : elle ne change plus. Signalez une erreur au centre de formation.",
      en: "This week is validated: it no longer changes. Tell the training centre of a mistake.",
    };
  }
  const { fr, en } = weekStandings[state];
  if (move === "log") {
    return {
      fr: `${fr}. Pour la corriger, demandez à votre référente de vous la renvoyer.`,
      en: `${en}. To correct it, ask your referent to return it to you.`,
    };
  }
  return { fr: `${fr} : il reste à attendre sa validation.`, en: `${en}: what is left is its validation.` };
}

import type { FactOf, PlanSummary } from "@passerelle/domain/planning/plan-change-facts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { countEn, countFr } from "../plans/day-words.ts";
import { fromFirstToLast, halfDaysCounted, type Voice } from "./difference-words.ts";

export function publishedText({ plan }: FactOf<"plan_published">, voice: Voice): Text {
  const [taught, figures] = [taughtIn(plan), figuresOf(plan)];
  switch (voice) {
    case "trainer":
      return {
        fr: `Le planning est publié : vous assurez ${taught.fr}.`,
        en: `The timetable is published: you teach ${taught.en}.`,
      };
    case "trainee":
      return {
        fr: `Votre planning est publié : ${figures.fr}.`,
        en: `Your timetable is published: ${figures.en}.`,
      };
    case "neutral":
      return { fr: `Le planning est publié : ${figures.fr}.`, en: `The plan is published: ${figures.en}.` };
  }
}

export function withdrawnText({ plan }: FactOf<"plan_withdrawn">, voice: Voice): Text {
  const [figures, taught] = [figuresOf(plan), taughtIn(plan)];
  switch (voice) {
    case "trainer":
      return {
        fr: `Le planning est retiré : vous n’assurez plus ${taught.fr}.`,
        en: `The timetable is withdrawn: you no longer teach ${taught.en}.`,
      };
    case "trainee":
      return {
        fr: `Votre planning est retiré : ${figures.fr}. Ces jours n’ont plus lieu.`,
        en: `Your timetable is withdrawn: ${figures.en}. These days no longer take place.`,
      };
    case "neutral":
      return { fr: `Le planning est retiré : ${figures.fr}.`, en: `The plan is withdrawn: ${figures.en}.` };
  }
}

export function replacedText({ before, after }: FactOf<"plan_replaced">, voice: Voice): Text {
  const [was, is] = [figuresOf(before), figuresOf(after)];
  const ignore = {
    fr: "Ne tenez plus compte de l’ancien planning.",
    en: "Please disregard the earlier timetable.",
  };
  switch (voice) {
    case "trainer": {
      const taught = taughtIn(after);
      const now =
        after.halfDayCount === 0
          ? { fr: "Vous n’y assurez plus aucune demi-journée.", en: "You no longer teach any half-day in it." }
          : { fr: `Vous assurez désormais ${taught.fr}.`, en: `You now teach ${taught.en}.` };
      return {
        fr: `Le planning est entièrement revu. ${now.fr} ${ignore.fr}`,
        en: `The whole timetable has changed. ${now.en} ${ignore.en}`,
      };
    }
    case "trainee":
      return {
        fr: `Votre planning est entièrement revu. Il compte désormais ${is.fr}. ${ignore.fr}`,
        en: `Your whole timetable has changed. It now has ${is.en}. ${ignore.en}`,
      };
    case "neutral":
      return text(() => ({
        fr: `un nouveau planning remplace le précédent : ${is.fr}. Il comptait ${was.fr}.`,
        en: `a new plan replaces the earlier one: ${is.en}. It had ${was.en}.`,
      }));
  }
}

/** « 9 sessions et 2 jours de certification, du … au … ». */
function figuresOf({ sessionCount, examDays, days }: PlanSummary): Text {
  if (days.length === 0) return { fr: "aucune demi-journée", en: "no half-day" };
  const span = fromFirstToLast(days);
  const certification = {
    fr: `${countFr(examDays.length, "jour")} de certification`,
    en: countEn(examDays.length, "certification day"),
  };
  const sessions = { fr: countFr(sessionCount, "session"), en: countEn(sessionCount, "session") };
  if (examDays.length === 0) return { fr: `${sessions.fr}, ${span.fr}`, en: `${sessions.en}, ${span.en}` };
  if (sessionCount === 0) return { fr: `${certification.fr}, ${span.fr}`, en: `${certification.en}, ${span.en}` };
  return {
    fr: `${sessions.fr} et ${certification.fr}, ${span.fr}`,
    en: `${sessions.en} and ${certification.en}, ${span.en}`,
  };
}

function taughtIn({ halfDayCount, days }: PlanSummary): Text {
  const [count, span] = [halfDaysCounted(halfDayCount), fromFirstToLast(days)];
  return { fr: `${count.fr}, ${span.fr}`, en: `${count.en}, ${span.en}` };
}

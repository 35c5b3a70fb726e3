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
  switch (voice) {
    case "trainer": {
      const taught = taughtIn(plan);
      return {
        fr: `Le planning est retiré : vous n’y assurez plus rien. Il vous confiait ${taught.fr}.`,
        en: `The timetable is withdrawn: you no longer teach anything in it. It gave you ${taught.en}.`,
      };
    }
    case "trainee": {
      const when = fromFirstToLast(plan.days);
      return {
        fr: `Votre planning est retiré : plus rien n’est prévu ${when.fr}.`,
        en: `Your timetable is withdrawn: nothing is planned ${when.en} any more.`,
      };
    }
    case "neutral": {
      const figures = figuresOf(plan);
      return {
        fr: `Le planning est retiré : il comptait ${figures.fr}.`,
        en: `The plan is withdrawn: it had ${figures.en}.`,
      };
    }
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
          ? { fr: `Vous n’y assurez plus ${taught.fr}.`, en: `You teach ${taught.en} in it now.` }
          : { fr: `Vous y assurez désormais ${taught.fr}.`, en: `You now teach ${taught.en}.` };
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
        fr: `un nouveau planning remplace le précédent : ${is.fr}. Le précédent comptait ${was.fr}.`,
        en: `a new plan replaces the earlier one: ${is.en}. The earlier one had ${was.en}.`,
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
  if (days.length === 0) return { fr: "aucune demi-journée", en: "no half-day" };
  const [count, span] = [halfDaysCounted(halfDayCount), fromFirstToLast(days)];
  return { fr: `${count.fr}, ${span.fr}`, en: `${count.en}, ${span.en}` };
}

import type { ExamDaysApart, ExamDaysFault } from "@passerelle/domain/planning/exam-days";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { holidayNames } from "./holiday-names.ts";

/** Why the certification cannot be on the days fixed for it. */
export function examDayText(fault: ExamDaysFault | ExamDaysApart): Text {
  switch (fault.code) {
    case "exam_days_count": {
      const { expected, actual } = fault.facts;
      return {
        fr: `Le programme compte ${daysFr(expected)} de certification, et ${actual} ${actual > 1 ? "sont donnés" : "est donné"}.`,
        en: `The programme has ${daysEn(expected)} of certification, and ${actual} ${actual === 1 ? "is" : "are"} given.`,
      };
    }
    case "exam_day_twice":
      return onDay(fault.facts.day, "est donné deux fois", "is given twice");
    case "exam_day_outside": {
      const { day: examDay, notBefore, notAfter } = fault.facts;
      return text(({ day }) => ({
        fr: `${day(examDay)} n’est pas dans les bornes, du ${day(notBefore)} au ${day(notAfter)}.`,
        en: `${day(examDay)} is not within the bounds, from ${day(notBefore)} to ${day(notAfter)}.`,
      }));
    }
    case "exam_day_skipped":
      return text(({ day, month }) => ({
        fr: `${day(fault.facts.day)} est dans un mois à laisser libre, ${month(fault.facts.month)}.`,
        en: `${day(fault.facts.day)} is in a month to leave free, ${month(fault.facts.month)}.`,
      }));
    case "exam_day_on_weekend":
      return onDay(fault.facts.day, "n’est pas un jour ouvré", "is not a working day");
    case "exam_day_on_holiday": {
      const { fr, en } = holidayNames[fault.facts.holiday];
      return onDay(fault.facts.day, `est férié (${fr})`, `is a public holiday (${en})`);
    }
    case "exam_day_on_closure": {
      const { label } = fault.facts;
      const named = label === null || label === "" ? "" : ` (${label})`;
      return onDay(fault.facts.day, `est un jour de fermeture${named}`, `is a closing day${named}`);
    }
    case "exam_days_too_early":
      return tooEarlyText(fault);
    case "exam_days_too_late":
      return text(({ day }) => ({
        fr: `La dernière session ne peut finir plus tard que le ${day(fault.facts.lastSessionDay)} : la certification viendrait le ${day(fault.facts.latest)} au plus tard, pas le ${day(fault.facts.examDay)}.`,
        en: `The last session cannot end later than ${day(fault.facts.lastSessionDay)}: certification would come on ${day(fault.facts.latest)} at the latest, not on ${day(fault.facts.examDay)}.`,
      }));
  }
}

function tooEarlyText({ facts }: Extract<ExamDaysApart, { code: "exam_days_too_early" }>): Text {
  const { examDay, sessionsNeeded, sessionsPlaced, nearestEnd } = facts;
  return text(({ day }) => {
    const fr = `${sessionsPlaced} sessions sur ${sessionsNeeded} trouvent place avant la certification du ${day(examDay)}`;
    const en = `${sessionsPlaced} sessions out of ${sessionsNeeded} find a place before certification on ${day(examDay)}`;
    return nearestEnd === null
      ? {
          fr: `${fr}, et le reste pas davantage après. Avancez le début.`,
          en: `${en}, nor the rest after it. Begin earlier.`,
        }
      : {
          fr: `${fr}. Elles finissent au plus tôt le ${day(nearestEnd)} : avancez le début, ou libérez des mois ou des fermetures.`,
          en: `${en}. They end on ${day(nearestEnd)} at the earliest: begin earlier, or free some months or closures.`,
        };
  });
}

function onDay(examDay: string, fr: string, en: string): Text {
  return text(({ day }) => ({ fr: `${day(examDay)} ${fr}.`, en: `${day(examDay)} ${en}.` }));
}

function daysFr(count: number): string {
  return `${count} ${count > 1 ? "jours" : "jour"}`;
}

function daysEn(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}

import { slot } from "@passerelle/contracts/plans";
import { z } from "zod";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { countEn, countFr, daysIn, spanEn, spanFr } from "./day-words.ts";
import { editedHalfDay, editedText } from "./edited-texts.ts";
import { slotNames } from "./slot-names.ts";

const place = z.object({ day: z.iso.date(), slot });
const days = z.object({ days: z.array(z.iso.date()) });
const halfDays = z.array(place);
const edited = z.object({ halfDays: z.array(editedHalfDay) });
const cancelled = z.object({ reason: z.string(), replacement: place.optional() });
const adopted = z
  .object({ sessions: z.array(z.object({ halfDays })), examHalfDays: halfDays })
  .transform(({ sessions, examHalfDays }) => ({
    sessionCount: sessions.length,
    examDays: daysIn(examHalfDays),
    days: daysIn([...sessions.flatMap((session) => session.halfDays), ...examHalfDays]),
  }));

/** An event that changes a timetable, as far as it is told. */
const timetableEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("plan.adopted"), to: adopted }),
  z.object({ type: z.literal("plan.edited"), from: edited, to: edited }),
  z.object({ type: z.literal("session.moved"), from: days, to: days }),
  z.object({ type: z.literal("session.split"), from: days, to: days }),
  z.object({ type: z.literal("half-day.moved"), from: place, to: place }),
  z.object({ type: z.literal("half-day.cancelled"), from: place, to: cancelled }),
]);
export type TimetableEvent = z.infer<typeof timetableEvent>;

export function eventOf(type: string, data: unknown): TimetableEvent {
  return timetableEvent.parse({ type, ...z.object({ from: z.unknown(), to: z.unknown() }).parse(data) });
}

const restored = z.object({ number: z.int() });

/** The sentence of an event that changed a draft. */
export function draftEventText(type: string, data: unknown): Text {
  if (type !== "plan.restored") return timetableText(eventOf(type, data));
  const { number } = restored.parse(z.object({ to: z.unknown() }).parse(data).to);
  return {
    fr: `Le planning redevient celui de la version ${number}.`,
    en: `The plan becomes that of version ${number} again.`,
  };
}

/** Its sentence. */
export function timetableText(event: TimetableEvent): Text {
  switch (event.type) {
    case "plan.adopted":
      return adoptedText(event.to);
    case "plan.edited":
      return editedText(event.from.halfDays, event.to.halfDays);
    case "session.moved":
      return text((words) => ({
        fr: `La session prévue ${spanFr(event.from.days, words)} est déplacée : elle a lieu ${spanFr(event.to.days, words)}.`,
        en: `The session planned ${spanEn(event.from.days, words)} has moved: it takes place ${spanEn(event.to.days, words)}.`,
      }));
    case "session.split": {
      const rest = event.from.days.filter((day) => !event.to.days.includes(day));
      return text((words) => ({
        fr: `La session prévue ${spanFr(event.from.days, words)} en devient deux : l’une ${spanFr(rest, words)}, l’autre ${spanFr(event.to.days, words)}.`,
        en: `The session planned ${spanEn(event.from.days, words)} becomes two: one ${spanEn(rest, words)}, the other ${spanEn(event.to.days, words)}.`,
      }));
    }
    case "half-day.moved":
      return text(({ day }) => ({
        fr: `La demi-journée du ${day(event.from.day)} (${slotNames[event.from.slot].fr}) est déplacée : elle a lieu le ${day(event.to.day)} (${slotNames[event.to.slot].fr}).`,
        en: `The half-day of ${day(event.from.day)} (${slotNames[event.from.slot].en}) has moved to ${day(event.to.day)} (${slotNames[event.to.slot].en}).`,
      }));
    case "half-day.cancelled":
      return cancelledText(event);
  }
}

function cancelledText({ from, to }: Extract<TimetableEvent, { type: "half-day.cancelled" }>): Text {
  const { reason, replacement } = to;
  return text(({ day }) => ({
    fr:
      `La demi-journée du ${day(from.day)} (${slotNames[from.slot].fr}) est annulée` +
      (replacement ? ` et remplacée le ${day(replacement.day)} (${slotNames[replacement.slot].fr})` : "") +
      `. Motif : ${reason}`,
    en:
      `The half-day of ${day(from.day)} (${slotNames[from.slot].en}) is cancelled` +
      (replacement ? ` and held on ${day(replacement.day)} (${slotNames[replacement.slot].en}) instead` : "") +
      `. Reason: ${reason}`,
  }));
}

function adoptedText({ sessionCount, examDays, days }: z.infer<typeof adopted>): Text {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return { fr: "Un planning sans aucun jour est adopté.", en: "A plan without any day was adopted." };
  }
  return text(({ day }) => ({
    fr: `Un planning est adopté, du ${day(first)} au ${day(last)} : ${countFr(sessionCount, "session")} et ${countFr(examDays.length, "jour")} de certification.`,
    en: `A plan was adopted, from ${day(first)} to ${day(last)}: ${countEn(sessionCount, "session")} and ${countEn(examDays.length, "certification day")}.`,
  }));
}

import { slot } from "@passerelle/contracts/plans";
import { dayNumberOf } from "@passerelle/domain/time";
import { z } from "zod";
import type { Text } from "../../core/text.ts";
import { text, type Words } from "../../core/wording.ts";
import { slotNames } from "./slot-names.ts";

const place = z.object({ day: z.iso.date(), slot });
const days = z.object({ days: z.array(z.iso.date()) });
const halfDays = z.array(place);
const adopted = z
  .object({ sessions: z.array(z.object({ halfDays })), examHalfDays: halfDays })
  .transform(({ sessions, examHalfDays }) => ({
    sessionCount: sessions.length,
    examDays: daysIn(examHalfDays),
    days: daysIn([...sessions.flatMap((session) => session.halfDays), ...examHalfDays]),
  }));

/** An event that changes a timetable, as far as it is told. */
export const timetableEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("plan.adopted"), to: adopted }),
  z.object({ type: z.literal("session.moved"), from: days, to: days }),
  z.object({ type: z.literal("half-day.moved"), from: place, to: place }),
  z.object({ type: z.literal("half-day.cancelled"), from: place, to: z.object({ reason: z.string() }) }),
]);

function daysIn(planned: z.infer<typeof halfDays>): string[] {
  return [...new Set(planned.map(({ day }) => day))].toSorted();
}

/** Its sentence. */
export function timetableText(event: z.infer<typeof timetableEvent>): Text {
  switch (event.type) {
    case "plan.adopted":
      return adoptedText(event.to);
    case "session.moved":
      return text(({ day, list }) => ({
        fr: `La session prévue ${spanFr(event.from.days, { day, list })} est déplacée : elle a lieu ${spanFr(event.to.days, { day, list })}.`,
        en: `The session planned ${spanEn(event.from.days, { day, list })} has moved: it takes place ${spanEn(event.to.days, { day, list })}.`,
      }));
    case "half-day.moved":
      return text(({ day }) => ({
        fr: `La demi-journée du ${day(event.from.day)} (${slotNames[event.from.slot].fr}) est déplacée : elle a lieu le ${day(event.to.day)} (${slotNames[event.to.slot].fr}).`,
        en: `The half-day of ${day(event.from.day)} (${slotNames[event.from.slot].en}) has moved to ${day(event.to.day)} (${slotNames[event.to.slot].en}).`,
      }));
    case "half-day.cancelled":
      return text(({ day }) => ({
        fr: `La demi-journée du ${day(event.from.day)} (${slotNames[event.from.slot].fr}) est annulée. Motif : ${event.to.reason}`,
        en: `The half-day of ${day(event.from.day)} (${slotNames[event.from.slot].en}) is cancelled. Reason: ${event.to.reason}`,
      }));
  }
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

type DayWords = Pick<Words, "day" | "list">;

/** Days that follow one another are told by the first and the last. */
function spanFr(days: readonly string[], { day, list }: DayWords): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (days.length === 1) return `le ${day(first)}`;
  return isUnbroken(days) ? `du ${day(first)} au ${day(last)}` : `les ${list(days.map(day))}`;
}

function spanEn(days: readonly string[], { day, list }: DayWords): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (days.length === 1) return `on ${day(first)}`;
  return isUnbroken(days) ? `from ${day(first)} to ${day(last)}` : `on ${list(days.map(day))}`;
}

function isUnbroken(days: readonly string[]): boolean {
  return days.every((day, index) => dayNumberOf(day) === dayNumberOf(days[0] ?? day) + index);
}

/** French counts in the plural from two, English from anything but one. */
function countFr(count: number, noun: string): string {
  return `${count} ${noun}${count < 2 ? "" : "s"}`;
}

function countEn(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

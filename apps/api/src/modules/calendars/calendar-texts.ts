import type { Text } from "../../core/text.ts";
import type { FeedHalfDay } from "./feed-half-days.queries.ts";
import type { OpenFeed } from "./feed.queries.ts";

/** What calendar applications call a feed. Nobody is named: screens are shared. */
export function calendarName({ cohortName, roomName, providerName }: OpenFeed): Text {
  const subject = cohortName ?? roomName;
  const of = providerName === null ? "" : ` · ${providerName}`;
  return { fr: `${subject ?? "Mon planning"}${of}`, en: `${subject ?? "My timetable"}${of}` };
}

/** The line seen on a locked phone: what it is, and whether it is off: cancelled, or only no longer in this calendar. */
export function summaryText(halfDay: FeedHalfDay, isOff: boolean, namesCohort: boolean): Text {
  const { kind, block, cohortName, isCancelled } = halfDay;
  const off = isCancelled ? { fr: "Annulé : ", en: "Cancelled: " } : { fr: "Retiré : ", en: "Removed: " };
  const cohort = namesCohort ? ` · ${cohortName}` : "";
  const what: Text =
    kind === "exam"
      ? { fr: "Certification (examen)", en: "Certification (exam)" }
      : { fr: blockLine(block) ?? "Cours", en: blockLine(block) ?? "Class" };
  return {
    fr: `${isOff ? off.fr : ""}${what.fr}${cohort}`,
    en: `${isOff ? off.en : ""}${what.en}${cohort}`,
  };
}

function blockLine(block: FeedHalfDay["block"]): string | null {
  return block && `${block.code} · ${block.shortTitle}`;
}

/** Where it is held; null while no room is said. */
export function placeText({ remote, room }: FeedHalfDay): Text | null {
  if (remote) return { fr: "À distance", en: "Remote" };
  if (room === null) return null;
  const place = [room.name, room.siteName, ...room.addressLines].join(", ");
  return { fr: place, en: place };
}

/** With whom, on what, for whom, and what was told with the change that made it so; a paragraph each. */
export function detailText(halfDay: FeedHalfDay, isOff: boolean): Text {
  const { kind, block, competencies, trainerName, cohortName, note } = halfDay;
  const isTaught = kind === "teaching";
  const worked = competencies.map(({ code, title }) => `\n${code} · ${title}`).join("");
  const paragraphs: (Text | null)[] = [
    isOff ? offText(halfDay) : null,
    trainerName === null ? null : { fr: `Avec ${trainerName}`, en: `With ${trainerName}` },
    isTaught && block !== null ? same(`${block.code} · ${block.title}${worked}`) : null,
    { fr: `Promotion : ${cohortName}`, en: `Cohort: ${cohortName}` },
    note === null ? null : { fr: `À savoir : ${note}`, en: `Please note: ${note}` },
  ];
  const said = paragraphs.filter((paragraph) => paragraph !== null);
  return { fr: said.map(({ fr }) => fr).join("\n\n"), en: said.map(({ en }) => en).join("\n\n") };
}

/** Why it is off: cancelled with its reason, or no longer in this calendar for whatever reason. */
function offText({ isCancelled, cancelledReason }: FeedHalfDay): Text {
  if (!isCancelled)
    return {
      fr: "Cette demi-journée ne fait plus partie de ce planning.",
      en: "This half-day is no longer in this timetable.",
    };
  if (cancelledReason === null) return { fr: "Cette demi-journée est annulée.", en: "This half-day is cancelled." };
  return { fr: `Annulée : ${cancelledReason}`, en: `Cancelled: ${cancelledReason}` };
}

/** What applications may filter and colour by. */
export function categoryText({ kind, block }: FeedHalfDay): Text {
  return kind === "exam" || block === null ? same("Certification") : same(block.code);
}

function same(words: string): Text {
  return { fr: words, en: words };
}

import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import type { Conflict } from "./conflicts.queries.ts";
import { slotNames } from "./slot-names.ts";
import { cohortWords, roomWords } from "./spoken-names.ts";

/** Who is in the way of a half-day, where, and of which cohort. */
export function conflictText(day: string, slot: "am" | "pm", { kind, other }: Conflict): Text {
  const when = (words: { day(civilDay: string): string }, locale: keyof Text) =>
    `${words.day(day)}, ${slotNames[slot][locale]}`;
  const [cohort, room] = [cohortWords(other.cohortName), roomWords(other.roomName ?? "")];
  const beside = (locale: keyof Text) =>
    bracketed([
      other.blockCode,
      kind === "trainer" ? null : other.trainerName,
      kind === "room" || other.roomName === null ? null : room[locale],
    ]);
  switch (kind) {
    case "cohort":
      return text((words) => ({
        fr: `${when(words, "fr")} : la promotion y est déjà.`,
        en: `${when(words, "en")}: the cohort is already there.`,
      }));
    case "trainer":
      return text((words) => ({
        fr: `${when(words, "fr")} : ${other.trainerName} intervient déjà pour ${cohort.fr}${beside("fr")}.`,
        en: `${when(words, "en")}: ${other.trainerName} already teaches ${cohort.en}${beside("en")}.`,
      }));
    case "room":
      return text((words) => ({
        fr: `${when(words, "fr")} : la ${room.fr} est déjà prise par ${cohort.fr}${beside("fr")}.`,
        en: `${when(words, "en")}: ${room.en} is already taken by ${cohort.en}${beside("en")}.`,
      }));
  }
}

function bracketed(words: readonly (string | null)[]): string {
  const told = words.filter((word) => word !== null);
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

import type { ToldHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import type { Text } from "../../core/text.ts";
import { countEn, countFr } from "../plans/day-words.ts";
import { roomWords } from "../plans/spoken-names.ts";
import { dayIn, type HalfDayRef, spokenDays } from "./difference-days.ts";

/** To whom it is told: to those who keep the plan of everybody, to a trainee or a trainer of their own. */
export type Voice = "neutral" | "trainee" | "trainer";

/** What people, rooms and blocks are called. */
export interface DifferenceNames {
  trainerName(id: string): string;
  roomName(id: string): string;
  /** Of the room. */
  siteName(roomId: string): string;
  blockName(code: string): string;
}

/** How a fact is told. */
export interface Telling {
  readonly names: DifferenceNames;
  readonly voice: Voice;
}

/** Some half-days as the subject of a sentence, and what the verb agrees with. */
export interface Subject extends Text {
  readonly isSeveral: boolean;
  /** Whether they are whole days. */
  readonly isWhole: boolean;
}

/** « la journée du … », « vos demi-journées des … »; feminine in French whatever their number. */
export function theHalfDays(
  halfDays: readonly HalfDayRef[],
  { isTheirs = false, isExam = false, next }: { isTheirs?: boolean; isExam?: boolean; next?: string | undefined } = {},
): Subject {
  const { kind, isWhole } = spokenDays(halfDays, "fr");
  const exam = isExam ? { fr: " de certification", en: "certification " } : { fr: "", en: "" };
  const [fr, en] = isWhole && kind !== "many" ? ["journée", "day"] : ["demi-journée", "half-day"];
  const of = ofDays(halfDays, next);
  if (kind === "many") {
    const count = halfDays.length;
    return {
      fr: `${count} ${isTheirs ? "de vos " : ""}demi-journées${exam.fr} ${of.fr}`,
      en: `${count} ${isTheirs ? "of your " : ""}${exam.en}half-days ${of.en}`,
      isSeveral: true,
      isWhole: false,
    };
  }
  const isSeveral = kind !== "one";
  const [laFr, lesFr, theEn] = isTheirs ? ["votre", "vos", "your"] : ["la", "les", "the"];
  return {
    fr: `${isSeveral ? lesFr : laFr} ${fr}${isSeveral ? "s" : ""}${exam.fr} ${of.fr}`,
    en: `${theEn} ${exam.en}${en}${isSeveral ? "s" : ""} ${of.en}`,
    isSeveral,
    isWhole,
  };
}

/** « du mardi 16 mai 2017 », « des … et … », « du … au … ». */
export function ofDays(halfDays: readonly HalfDayRef[], next?: string): Text {
  const [fr, en] = [spokenDays(halfDays, "fr", next), spokenDays(halfDays, "en", next)];
  switch (fr.kind) {
    case "one":
      return { fr: `du ${fr.listed}`, en: `of ${en.listed}` };
    case "several":
      return { fr: `des ${fr.listed}${fr.half}`, en: `of ${en.listed}${en.half}` };
    default:
      return spread(halfDays, next);
  }
}

/** « le mardi 16 mai 2017 », « les … et … », « du … au … ». */
export function onDays(halfDays: readonly HalfDayRef[], next?: string): Text {
  const [fr, en] = [spokenDays(halfDays, "fr", next), spokenDays(halfDays, "en", next)];
  switch (fr.kind) {
    case "one":
      return { fr: `le ${fr.listed}`, en: `on ${en.listed}` };
    case "several":
      return { fr: `les ${fr.listed}${fr.half}`, en: `on ${en.listed}${en.half}` };
    default:
      return spread(halfDays, next);
  }
}

function spread(halfDays: readonly HalfDayRef[], next?: string): Text {
  const [fr, en] = [spokenDays(halfDays, "fr", next), spokenDays(halfDays, "en", next)];
  return fr.kind === "span"
    ? { fr: `du ${fr.first} au ${fr.last}${fr.half}`, en: `from ${en.first} to ${en.last}${en.half}` }
    : { fr: `entre le ${fr.first} et le ${fr.last}`, en: `between ${en.first} and ${en.last}` };
}

/** From the first of some days to the last, whatever lies between. */
export function fromFirstToLast(days: readonly string[]): Text {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (first === last) return { fr: `le ${dayIn("fr", first)}`, en: `on ${dayIn("en", first)}` };
  return {
    fr: `du ${dayIn("fr", first, last)} au ${dayIn("fr", last)}`,
    en: `from ${dayIn("en", first, last)} to ${dayIn("en", last)}`,
  };
}

// ---- where, with whom, about what -------------------------------------------------------------------------------

/** « , en salle Étang », « , à distance », where it is the same for all; else nothing. */
export function whereAll(halfDays: readonly ToldHalfDay[], names: DifferenceNames): Text {
  const [first] = halfDays;
  const isAlike = halfDays.every(({ roomId, remote }) => roomId === first?.roomId && remote === first.remote);
  if (first === undefined || !isAlike || (first.roomId === null && !first.remote)) return nothing;
  return after(whereWords(first, names));
}

type Where = Pick<ToldHalfDay, "roomId" | "remote">;

/** « en salle Étang », « à distance ». */
export function whereWords({ roomId, remote }: Where, names: DifferenceNames, namesSite = false): Text {
  if (remote) return { fr: "à distance", en: "remotely" };
  if (roomId === null) return { fr: "sur place, salle à préciser", en: "on site, room to be told" };
  const room = roomWords(names.roomName(roomId));
  const site = namesSite ? ` (${names.siteName(roomId)})` : "";
  return { fr: `en ${room.fr}${site}`, en: `in ${room.en}${site}` };
}

/** « , avec Dominique Exemple », where it is the same for all; else nothing. */
export function withAll(halfDays: readonly ToldHalfDay[], names: DifferenceNames): Text {
  const [first] = halfDays;
  const trainerId = first?.trainerId ?? null;
  if (trainerId === null || halfDays.some((each) => each.trainerId !== trainerId)) return nothing;
  return after(withWords(trainerId, names));
}

export function withWords(trainerId: string | null, names: DifferenceNames): Text {
  if (trainerId === null) return { fr: "avec une personne à préciser", en: "with somebody to be told" };
  const name = names.trainerName(trainerId);
  return { fr: `avec ${name}`, en: `with ${name}` };
}

/** « , sur CCP2 », where it is the same for all; else nothing. */
export function aboutAll(halfDays: readonly ToldHalfDay[], names: DifferenceNames): Text {
  const blockCode = halfDays[0]?.blockCode ?? null;
  if (blockCode === null || halfDays.some((each) => each.blockCode !== blockCode)) return nothing;
  const block = names.blockName(blockCode);
  return { fr: `, sur ${block}`, en: `, on ${block}` };
}

export const nothing: Text = { fr: "", en: "" };

/** After a comma. */
export function after({ fr, en }: Text): Text {
  return { fr: `, ${fr}`, en: `, ${en}` };
}

/** One after the other. */
export function joined(...texts: readonly Text[]): Text {
  return { fr: texts.map(({ fr }) => fr).join(""), en: texts.map(({ en }) => en).join("") };
}

/** What somebody wrote, closed by a full stop unless they closed it. */
export function closed(words: string): string {
  return /[.!?…]$/.test(words.trimEnd()) ? words.trimEnd() : `${words.trimEnd()}.`;
}

export function halfDaysCounted(count: number): Text {
  return { fr: countFr(count, "demi-journée"), en: countEn(count, "half-day") };
}

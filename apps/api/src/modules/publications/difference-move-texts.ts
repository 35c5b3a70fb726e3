import type { FactOf, MovedHalfDay, ToldHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { dayIn, spokenDays } from "./difference-days.ts";
import {
  after,
  joined,
  nothing,
  ofDays,
  onDays,
  type Subject,
  type Telling,
  theHalfDays,
  whereAll,
  whereWords,
  withAll,
  withWords,
} from "./difference-words.ts";

type Moved = FactOf<"session_moved"> | FactOf<"half_days_moved">;

export function sessionMovedText(fact: FactOf<"session_moved">, telling: Telling): Text {
  const [from, to] = [fact.moves.map((move) => move.from), fact.moves.map((move) => move.to)];
  const [now, more] = [onDays(to), moreOf(fact, telling)];
  const renumbered = renumberedText(fact, telling);
  if (telling.voice !== "neutral") {
    const [what, was] = [whatChangesDates(fact, telling), onDays(from)];
    return {
      fr: `${what.fr}. Avant : ${was.fr}. Maintenant : ${now.fr}${more.fr}.${renumbered.fr}`,
      en: `${what.en}. Before: ${was.en}. Now: ${now.en}${more.en}.${renumbered.en}`,
    };
  }
  const was = onDays(from, to[0]?.day);
  const number = numberOf(fact);
  if (number === null) {
    return isOneDay(fact)
      ? {
          fr: `Le jour de certification, prévu ${was.fr}, a lieu ${now.fr}${more.fr}.`,
          en: `The certification day, planned ${was.en}, takes place ${now.en}${more.en}.`,
        }
      : {
          fr: `Les jours de certification, prévus ${was.fr}, ont lieu ${now.fr}${more.fr}.`,
          en: `The certification days, planned ${was.en}, take place ${now.en}${more.en}.`,
        };
  }
  return {
    fr: `La session ${number}, prévue ${was.fr}, a lieu ${now.fr}${more.fr}.${renumbered.fr}`,
    en: `Session ${number}, planned ${was.en}, takes place ${now.en}${more.en}.${renumbered.en}`,
  };
}

function whatChangesDates(fact: FactOf<"session_moved">, { voice }: Telling): Text {
  const number = numberOf(fact);
  const [date, dates] = isOneDay(fact) ? ["date", "a new date"] : ["dates", "new dates"];
  if (voice !== "trainer") {
    return number === null
      ? { fr: `La certification change de ${date}`, en: `Certification has ${dates}` }
      : { fr: `La session ${number} change de ${date}`, en: `Session ${number} has ${dates}` };
  }
  const of =
    number === null
      ? { fr: "de certification", en: "certification" }
      : { fr: `de la session ${number}`, en: `session ${number}` };
  return fact.moves.length === 1
    ? { fr: `Votre demi-journée ${of.fr} change de ${date}`, en: `Your ${of.en} half-day has ${dates}` }
    : { fr: `Vos demi-journées ${of.fr} changent de ${date}`, en: `Your ${of.en} half-days have ${dates}` };
}

/** Sessions are numbered by date: one that moves past another gets its number. */
function renumberedText(fact: FactOf<"session_moved">, { voice }: Telling): Text {
  const [number, now] = [numberOf(fact), fact.session?.after ?? null];
  if (now === null || now === number) return nothing;
  return voice === "trainer"
    ? { fr: ` La session ${number} devient la session ${now}.`, en: ` Session ${number} becomes session ${now}.` }
    : { fr: ` Elle devient la session ${now}.`, en: ` It becomes session ${now}.` };
}

function numberOf({ session }: FactOf<"session_moved">): number | null {
  return session?.before ?? session?.after ?? null;
}

function isOneDay({ moves }: FactOf<"session_moved">): boolean {
  return new Set(moves.map(({ from }) => from.day)).size === 1;
}

export function halfDaysMovedText(fact: FactOf<"half_days_moved">, telling: Telling): Text {
  const [from, to] = [fact.moves.map((move) => move.from), fact.moves.map((move) => move.to)];
  const [[was], [is]] = [from, to];
  const more = moreOf(fact, telling);
  const isTheirs = telling.voice === "trainer";
  const isExam = fact.session === null;
  if (was !== undefined && is !== undefined && was.day === is.day) return otherHalfText(was, is, more, isTheirs);
  const subject = theHalfDays(from, { isTheirs, isExam, next: is?.day });
  const [fr, en] = [spokenDays(to, "fr").listed, spokenDays(to, "en").listed];
  return telling.voice === "neutral"
    ? text(() => ({
        fr: `${subject.fr} passe au ${fr}${more.fr}.`,
        en: `${subject.en} moves to ${en}${more.en}.`,
      }))
    : text(() => ({
        fr: `${subject.fr} est déplacée : elle a lieu le ${fr}${more.fr}.`,
        en: `${subject.en} has moved: it takes place on ${en}${more.en}.`,
      }));
}

/** The morning that becomes an afternoon, or the afternoon a morning. */
function otherHalfText(was: ToldHalfDay, is: ToldHalfDay, more: Text, isTheirs: boolean): Text {
  const change =
    is.slot === "pm"
      ? { fr: "du matin à l’après-midi", en: "from the morning to the afternoon" }
      : { fr: "de l’après-midi au matin", en: "from the afternoon to the morning" };
  return {
    fr: `${isTheirs ? "Votre" : "La"} demi-journée du ${dayIn("fr", was.day)} passe ${change.fr}${more.fr}.`,
    en: `${isTheirs ? "Your" : "The"} half-day of ${dayIn("en", was.day)} moves ${change.en}${more.en}.`,
  };
}

/** Where, for those who come; what changed with the move, for those who keep the plan. */
function moreOf({ newRoom, newTrainer, moves }: Moved, { names, voice }: Telling): Text {
  const to = moves.map((move) => move.to);
  const where = newRoom === null ? nothing : after(whereWords(newRoom, names));
  const whom = newTrainer === null ? nothing : after(withWords(newTrainer.trainerId, names));
  switch (voice) {
    case "neutral":
      return joined(where, whom);
    case "trainee":
      return joined(newRoom === null ? whereAll(to, names) : where, newTrainer === null ? withAll(to, names) : whom);
    case "trainer":
      return newRoom === null ? whereAll(to, names) : where;
  }
}

export function swappedText({ one, other }: FactOf<"half_days_swapped">, { voice }: Telling): Text {
  const isTheirs = voice === "trainer";
  const [first, second] = [placesBefore(one), placesBefore(other)];
  const day = first[0]?.day ?? "";
  if (second.some((place) => place.day === day)) {
    return {
      fr: `Le matin et l’après-midi du ${dayIn("fr", day)} changent de place.`,
      en: `The morning and the afternoon of ${dayIn("en", day)} change places.`,
    };
  }
  const [subject, of] = [theHalfDays(first, { isTheirs, next: second[0]?.day }), ofDays(second)];
  return text(() => ({
    fr: `${subject.fr} et ${subject.isSeveral ? "celles" : "celle"} ${of.fr} changent de place.`,
    en: `${subject.en} and ${subject.isSeveral ? "those" : "that"} ${of.en} change places.`,
  }));
}

function placesBefore(moves: readonly MovedHalfDay[]): ToldHalfDay[] {
  return moves.map(({ from }) => from);
}

export function timesText({ from, to, halfDays }: FactOf<"times_changed">, { voice }: Telling): Text {
  const subject = theHalfDays(halfDays, { isTheirs: voice === "trainer" });
  return text(() => ({
    fr: `${subject.fr} ${has(subject)} lieu de ${clockFr(to.startsAt)} à ${clockFr(to.endsAt)}, et non plus de ${clockFr(from.startsAt)} à ${clockFr(from.endsAt)}.`,
    en: `${subject.en} ${subject.isSeveral ? "take" : "takes"} place from ${to.startsAt} to ${to.endsAt}, no longer from ${from.startsAt} to ${from.endsAt}.`,
  }));
}

function has({ isSeveral }: Subject): string {
  return isSeveral ? "ont" : "a";
}

/** `9 h`, `13 h 30` */
function clockFr(time: string): string {
  const [hour = "", minute = ""] = time.split(":");
  return `${Number(hour)} h${minute === "00" ? "" : ` ${minute}`}`;
}

import type { FactOf, ToldHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import {
  aboutAll,
  closed,
  joined,
  nothing,
  ofDays,
  onDays,
  type Subject,
  type Telling,
  theHalfDays,
  whereAll,
  withAll,
} from "./difference-words.ts";

export function cancelledText(fact: FactOf<"half_days_cancelled">, telling: Telling): Text {
  const { session, halfDays, replacements, reason } = fact;
  const [next] = replacements;
  const isTheirs = telling.voice === "trainer";
  const subject = theHalfDays(halfDays, { isTheirs, isExam: session === null, next: next?.day });
  const why = reason === null ? nothing : { fr: ` Motif : ${closed(reason)}`, en: ` Reason: ${closed(reason)}` };
  const isFr = subject.isSeveral ? "sont annulées" : "est annulée";
  const isEn = subject.isSeveral ? "are cancelled" : "is cancelled";
  if (next === undefined) {
    return text(() => ({ fr: `${subject.fr} ${isFr}.${why.fr}`, en: `${subject.en} ${isEn}.${why.en}` }));
  }
  const [when, more] = [onDays(replacements), moreOf(replacements, telling)];
  return text(() => ({
    fr: `${subject.fr} ${isFr} et remplacée${subject.isSeveral ? "s" : ""} ${when.fr}${more.fr}.${why.fr}`,
    en: `${subject.en} ${isEn} and held ${when.en} instead${more.en}.${why.en}`,
  }));
}

export function restoredText(fact: FactOf<"half_days_restored">, telling: Telling): Text {
  const { session, halfDays, withdrawn } = fact;
  const subject = theHalfDays(halfDays, { isTheirs: telling.voice === "trainer", isExam: session === null });
  const more = moreOf(halfDays, telling);
  const gone = withdrawn.length === 0 ? nothing : withdrawnText(withdrawn);
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "ont" : "a"} finalement lieu${more.fr}.${gone.fr}`,
    en: `${subject.en} ${takes(subject)} place after all${more.en}.${gone.en}`,
  }));
}

function withdrawnText(withdrawn: readonly ToldHalfDay[]): Text {
  const of = ofDays(withdrawn);
  return withdrawn.length === 1
    ? {
        fr: ` Le remplacement ${of.fr} n’a plus lieu.`,
        en: ` The replacement ${of.en} no longer takes place.`,
      }
    : {
        fr: ` Les remplacements ${of.fr} n’ont plus lieu.`,
        en: ` The replacements ${of.en} no longer take place.`,
      };
}

export function sessionAddedText(fact: FactOf<"session_added">, telling: Telling): Text {
  const { session, halfDays } = fact;
  if (telling.voice === "trainer") return taughtNowText(fact, telling);
  const number = session.after ?? session.before;
  const [when, more] = [onDays(halfDays), moreOf(halfDays, telling)];
  return telling.voice === "neutral"
    ? {
        fr: `La session ${number} est ajoutée, ${when.fr}${more.fr}.`,
        en: `Session ${number} is added, ${when.en}${more.en}.`,
      }
    : {
        fr: `La session ${number} s’ajoute à votre planning, ${when.fr}${more.fr}.`,
        en: `Session ${number} is added to your timetable, ${when.en}${more.en}.`,
      };
}

export function sessionRemovedText(fact: FactOf<"session_removed">, telling: Telling): Text {
  const { session, halfDays } = fact;
  if (telling.voice === "trainer") return notHeldText({ ...fact, kind: "half_days_removed" }, telling);
  const number = session.before ?? session.after;
  const when = onDays(halfDays);
  return telling.voice === "neutral"
    ? {
        fr: `La session ${number}, prévue ${when.fr}, est supprimée.`,
        en: `Session ${number}, planned ${when.en}, is removed.`,
      }
    : {
        fr: `La session ${number}, prévue ${when.fr}, n’a plus lieu.`,
        en: `Session ${number}, planned ${when.en}, no longer takes place.`,
      };
}

export function addedText(fact: FactOf<"half_days_added">, telling: Telling): Text {
  const { session, halfDays, replaces } = fact;
  const instead = replaces.length === 0 ? nothing : insteadText(replaces);
  if (telling.voice === "trainer") return taughtNowText(fact, telling, instead);
  if (telling.voice === "trainee") return inTimetableText(fact, telling, instead);
  const subject = theHalfDays(halfDays, { isExam: session === null });
  const more = joined(moreOf(halfDays, telling), instead);
  const isFr = subject.isSeveral ? "sont ajoutées" : "est ajoutée";
  const isEn = subject.isSeveral ? "are added" : "is added";
  const number = session?.after ?? session?.before ?? null;
  const to = number === null ? nothing : { fr: ` à la session ${number}`, en: ` to session ${number}` };
  return text(() => ({
    fr: `${subject.fr} ${isFr}${to.fr}${more.fr}.`,
    en: `${subject.en} ${isEn}${to.en}${more.en}.`,
  }));
}

function insteadText(replaces: readonly ToldHalfDay[]): Text {
  const [of, isSeveral] = [ofDays(replaces), replaces.length > 1];
  return {
    fr: `, à la place de ${isSeveral ? "celles" : "celle"} ${of.fr}`,
    en: `, in place of ${isSeveral ? "those" : "that"} ${of.en}`,
  };
}

/** It is theirs now, whether it is new or was another’s. */
export function gainedText(fact: FactOf<"half_days_gained">, telling: Telling): Text {
  if (telling.voice === "trainer") return taughtNowText(fact, telling);
  if (telling.voice === "trainee") return inTimetableText(fact, telling);
  const subject = theHalfDays(fact.halfDays, { isExam: fact.session === null });
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "concernent" : "concerne"} désormais cette personne.`,
    en: `${subject.en} now ${subject.isSeveral ? "concern" : "concerns"} this person.`,
  }));
}

type InSession = Pick<FactOf<"half_days_gained">, "session" | "halfDays">;

function taughtNowText({ session, halfDays }: InSession, { names }: Telling, instead = nothing): Text {
  const taught = theHalfDays(halfDays, { isExam: session === null });
  const more = joined(whereAll(halfDays, names), aboutAll(halfDays, names), instead);
  return {
    fr: `Vous assurez désormais ${taught.fr}${more.fr}.`,
    en: `You now teach ${taught.en}${more.en}.`,
  };
}

function inTimetableText({ session, halfDays }: InSession, telling: Telling, instead = nothing): Text {
  const subject = theHalfDays(halfDays, { isExam: session === null });
  const more = joined(moreOf(halfDays, telling), instead);
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "s’ajoutent" : "s’ajoute"} à votre planning${more.fr}.`,
    en: `${subject.en} ${subject.isSeveral ? "are" : "is"} added to your timetable${more.en}.`,
  }));
}

/** It still takes place, but is theirs no longer. */
export function lostText({ session, halfDays }: FactOf<"half_days_lost">, { voice }: Telling): Text {
  const subject = theHalfDays(halfDays, { isExam: session === null });
  switch (voice) {
    case "trainer":
      return { fr: `Vous n’assurez plus ${subject.fr}.`, en: `You no longer teach ${subject.en}.` };
    case "trainee":
      return text(() => ({
        fr: `${subject.fr} ${subject.isSeveral ? "ne sont" : "n’est"} plus dans votre planning.`,
        en: `${subject.en} ${subject.isSeveral ? "are" : "is"} no longer in your timetable.`,
      }));
    case "neutral":
      return text(() => ({
        fr: `${subject.fr} ne ${subject.isSeveral ? "concernent" : "concerne"} plus cette personne.`,
        en: `${subject.en} no longer ${subject.isSeveral ? "concern" : "concerns"} this person.`,
      }));
  }
}

export function notHeldText({ session, halfDays }: FactOf<"half_days_removed">, { voice }: Telling): Text {
  const subject = theHalfDays(halfDays, { isTheirs: voice === "trainer", isExam: session === null });
  if (voice === "neutral") {
    const number = session?.before ?? session?.after ?? null;
    const from =
      number === null
        ? { fr: " du planning", en: " from the plan" }
        : { fr: ` de la session ${number}`, en: ` from session ${number}` };
    return text(() => ({
      fr: `${subject.fr} ${subject.isSeveral ? "sont retirées" : "est retirée"}${from.fr}.`,
      en: `${subject.en} ${subject.isSeveral ? "are" : "is"} removed${from.en}.`,
    }));
  }
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "n’ont" : "n’a"} plus lieu.`,
    en: `${subject.en} no longer ${takes(subject)} place.`,
  }));
}

/** Where, and with whom unless it is told to them. */
function moreOf(halfDays: readonly ToldHalfDay[], { names, voice }: Telling): Text {
  const where = whereAll(halfDays, names);
  return voice === "trainer" ? where : joined(where, withAll(halfDays, names));
}

function takes({ isSeveral }: Subject): string {
  return isSeveral ? "take" : "takes";
}

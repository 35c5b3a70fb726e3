import type { FactOf, SessionRef, ToldHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import {
  closed,
  nothing,
  ofDays,
  onDays,
  type Subject,
  type Telling,
  theHalfDays,
  whereWords,
  withWords,
} from "./difference-words.ts";

export function trainerText({ from, to, halfDays }: FactOf<"trainer_changed">, { names, voice }: Telling): Text {
  const subject = theHalfDays(halfDays);
  const [was, is] = [from, to].map((id) => (id === null ? null : names.trainerName(id)));
  if (voice !== "neutral") {
    const [whom, has] = [withWords(to, names), subject.isSeveral ? "ont" : "a"];
    const no = typeof was === "string" ? { fr: `, et non plus avec ${was}`, en: `, no longer with ${was}` } : nothing;
    return text(() => ({
      fr: `${subject.fr} ${has} lieu ${whom.fr}${no.fr}.`,
      en: `${subject.en} ${takes(subject)} place ${whom.en}${no.en}.`,
    }));
  }
  if (typeof is !== "string") {
    return {
      fr: `${was} n’assure plus ${subject.fr} : il reste à désigner quelqu’un.`,
      en: `${was} no longer teaches ${subject.en}: somebody is still to be named.`,
    };
  }
  if (typeof was !== "string") return { fr: `${is} assure ${subject.fr}.`, en: `${is} teaches ${subject.en}.` };
  return {
    fr: `${is} remplace ${was} pour ${subject.fr}.`,
    en: `${is} takes over ${subject.en} from ${was}.`,
  };
}

export function roomText({ from, to, halfDays }: FactOf<"room_changed">, { names, voice }: Telling): Text {
  const subject = theHalfDays(halfDays, { isTheirs: voice === "trainer" });
  const sites = [from, to].map(({ roomId }) => roomId && names.siteName(roomId));
  const isElsewhere = !sites.includes(null) && sites[0] !== sites[1];
  const [was, is] = [whereWords(from, names, isElsewhere), whereWords(to, names, isElsewhere)];
  const no =
    from.roomId === null && !from.remote ? nothing : { fr: `, et non plus ${was.fr}`, en: `, no longer ${was.en}` };
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "ont" : "a"} lieu ${is.fr}${no.fr}.`,
    en: `${subject.en} ${takes(subject)} place ${is.en}${no.en}.`,
  }));
}

export function blockText(fact: FactOf<"block_changed">, { names, voice }: Telling): Text {
  const { from, to, halfDays, competencyCodes } = fact;
  const subject = theHalfDays(halfDays, { isTheirs: voice === "trainer" });
  const [was, is] = [from, to].map((code) => (code === null ? null : names.blockName(code)));
  const [porteFr, isEn] = subject.isSeveral ? ["portent", "are"] : ["porte", "is"];
  if (typeof is !== "string") {
    return text(() => ({
      fr: `${subject.fr} ne ${porteFr} plus sur ${was}.`,
      en: `${subject.en} ${isEn} no longer on ${was}.`,
    }));
  }
  const no = typeof was === "string" ? { fr: `, et non plus sur ${was}`, en: `, no longer on ${was}` } : nothing;
  return text(({ list }) => {
    const codes = competencyCodes.length === 0 || voice === "trainee" ? "" : ` (${list(competencyCodes)})`;
    return {
      fr: `${subject.fr} ${porteFr} sur ${is}${codes}${no.fr}.`,
      en: `${subject.en} ${isEn} on ${is}${codes}${no.en}.`,
    };
  });
}

export function competenciesText({ from, to, halfDays }: FactOf<"competencies_changed">, { voice }: Telling): Text {
  const subject = theHalfDays(halfDays, { isTheirs: voice === "trainer" });
  return text(({ list }) => {
    const was = from.length === 0 ? nothing : { fr: ` (auparavant ${list(from)})`, en: ` (before: ${list(from)})` };
    if (to.length === 0) {
      return {
        fr: `${subject.fr} ${subject.isSeveral ? "n’ont" : "n’a"} plus de compétence précisée${was.fr}.`,
        en: `${subject.en} no longer ${subject.isSeveral ? "have" : "has"} any competency named${was.en}.`,
      };
    }
    return {
      fr: `${subject.fr} ${subject.isSeveral ? "portent" : "porte"} sur ${to.length > 1 ? "les compétences" : "la compétence"} ${list(to)}${was.fr}.`,
      en: `${subject.en} ${subject.isSeveral ? "work" : "works"} on ${to.length > 1 ? "competencies" : "competency"} ${list(to)}${was.en}.`,
    };
  });
}

export function overrideText({ from, to, halfDays }: FactOf<"override_changed">): Text {
  const subject = theHalfDays(halfDays);
  const before = from === null ? nothing : { fr: ` Auparavant : ${closed(from)}`, en: ` Before: ${closed(from)}` };
  if (to === null) {
    return text(() => ({
      fr: `${subject.fr} ${subject.isSeveral ? "n’ont" : "n’a"} plus besoin de motif pour tomber un jour férié ou de fermeture.${before.fr}`,
      en: `${subject.en} no longer ${subject.isSeveral ? "need" : "needs"} a reason to be on a holiday or a closing day.${before.en}`,
    }));
  }
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "tombent" : "tombe"} un jour férié ou de fermeture. Motif : ${closed(to)}${before.fr}`,
    en: `${subject.en} ${subject.isSeveral ? "are" : "is"} on a holiday or a closing day. Reason: ${closed(to)}${before.en}`,
  }));
}

export function replacementText({ from, to, halfDays }: FactOf<"replacement_changed">): Text {
  const subject = theHalfDays(halfDays);
  const [was, is] = [from, to].map((replaced) => replaced && thatOf(replaced));
  if (!is) {
    return text(() => ({
      fr: `${subject.fr} ne remplace plus ${was?.fr ?? "d’autre demi-journée"}.`,
      en: `${subject.en} no longer replaces ${was?.en ?? "another half-day"}.`,
    }));
  }
  const no = was ? { fr: `, et non plus ${was.fr}`, en: `, no longer ${was.en}` } : nothing;
  return text(() => ({
    fr: `${subject.fr} remplace ${is.fr}${no.fr}.`,
    en: `${subject.en} replaces ${is.en}${no.en}.`,
  }));
}

function thatOf(halfDay: ToldHalfDay): Text {
  const of = ofDays([halfDay]);
  return { fr: `celle ${of.fr}`, en: `that ${of.en}` };
}

export function splitText({ session, into, halfDays, daysLeft }: FactOf<"session_split">): Text {
  const rest = daysLeft.flatMap((day) => [
    { day, slot: "am" as const },
    { day, slot: "pm" as const },
  ]);
  const [one, other] = [onDays(rest), onDays(halfDays)];
  return {
    fr: `La session ${session.before} en devient deux : la session ${session.after}, ${one.fr}, et la session ${into.after}, ${other.fr}.`,
    en: `Session ${session.before} becomes two: session ${session.after}, ${one.en}, and session ${into.after}, ${other.en}.`,
  };
}

export function regroupedText({ from, to, halfDays }: FactOf<"half_days_regrouped">): Text {
  const subject = theHalfDays(halfDays);
  const [was, is] = [groupWords(from, "before"), groupWords(to, "after")];
  return text(() => ({
    fr: `${subject.fr} ${subject.isSeveral ? "passent" : "passe"} de ${was.fr} à ${is.fr}.`,
    en: `${subject.en} ${subject.isSeveral ? "move" : "moves"} from ${was.en} to ${is.en}.`,
  }));
}

function groupWords(session: SessionRef | null, when: "before" | "after"): Text {
  if (session === null) return { fr: "la certification", en: "certification" };
  return { fr: `la session ${session[when]}`, en: `session ${session[when]}` };
}

export function cancelledChangedText({ change, reason, halfDays }: FactOf<"cancelled_changed">): Text {
  const subject = theHalfDays(halfDays);
  const why = reason === null ? nothing : { fr: ` Motif : ${closed(reason)}`, en: ` Reason: ${closed(reason)}` };
  const isEn = subject.isSeveral ? "are" : "is";
  switch (change) {
    case "added":
      return text(() => ({
        fr: `${subject.fr}, ajoutée${s(subject)} puis annulée${s(subject)}, ${subject.isSeveral ? "n’ont" : "n’a"} pas lieu.${why.fr}`,
        en: `${subject.en}, added then cancelled, ${subject.isSeveral ? "do" : "does"} not take place.${why.en}`,
      }));
    case "removed":
      return text(() => ({
        fr: `${subject.fr}, déjà annulée${s(subject)}, ${subject.isSeveral ? "sont" : "est"} retirée${s(subject)} du planning.`,
        en: `${subject.en}, cancelled already, ${isEn} removed from the plan.`,
      }));
    case "edited":
      return text(() => ({
        fr: `${subject.fr} ${subject.isSeveral ? "restent" : "reste"} annulée${s(subject)}${reason === null ? ", avec d’autres précisions" : ", pour un autre motif"}.${why.fr}`,
        en: `${subject.en} ${subject.isSeveral ? "remain" : "remains"} cancelled${reason === null ? ", with other details" : ", for another reason"}.${why.en}`,
      }));
  }
}

function s({ isSeveral }: Subject): string {
  return isSeveral ? "s" : "";
}

function takes({ isSeveral }: Subject): string {
  return isSeveral ? "take" : "takes";
}

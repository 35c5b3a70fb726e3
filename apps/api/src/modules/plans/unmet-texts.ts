import type { UnmetWish, WhyNot } from "@passerelle/domain/planning/unmet-wishes";
import type { Locale, Text } from "../../core/text.ts";
import { text, type Words } from "../../core/wording.ts";
import { spokenHalfDays } from "./spoken-half-days.ts";
import { cohortWords, roomWords } from "./spoken-names.ts";

type Unmet<Code extends UnmetWish["code"]> = Extract<UnmetWish, { code: Code }>["facts"];

/** A wish that could not be met: which, on which half-days, and why. */
export function unmetText(wish: UnmetWish): Text {
  switch (wish.code) {
    case "trainer_missing":
      return trainerMissingText(wish.facts);
    case "room_missing":
      return roomMissingText(wish.facts);
    case "room_too_small":
      return roomTooSmallText(wish.facts);
    case "competency_uncovered": {
      const { blockCode, competencyCodes } = wish.facts;
      return text(({ list }) => ({
        fr: `${blockCode} : aucune demi-journée ne travaille ${list(competencyCodes)}.`,
        en: `${blockCode}: no half-day works on ${list(competencyCodes)}.`,
      }));
    }
    case "block_order":
      return blockOrderText(wish.facts);
    case "weekday_not_preferred": {
      const days = wish.facts.days.flatMap((day) => [
        { day, slot: "am" as const },
        { day, slot: "pm" as const },
      ]);
      return text((words) => ({
        fr: `Hors des jours préférés : ${spokenHalfDays(words, days, "fr")}.`,
        en: `Off the preferred weekdays: ${spokenHalfDays(words, days, "en")}.`,
      }));
    }
  }
}

function trainerMissingText({ blockCode, competencyCodes, halfDays, why }: Unmet<"trainer_missing">): Text {
  const what = competencyCodes.length === 0 ? blockCode : `${blockCode} (${competencyCodes.join(", ")})`;
  return text((words) => ({
    fr: `${spokenHalfDays(words, halfDays, "fr")} : personne pour enseigner ${what}. ${reasons(words, why.map(trainerWhy), "fr")}`,
    en: `${spokenHalfDays(words, halfDays, "en")}: nobody to teach ${what}. ${reasons(words, why.map(trainerWhy), "en")}`,
  }));
}

function trainerWhy(why: WhyNot): Text {
  switch (why.reason) {
    case "unavailable":
      return { fr: `${why.name} est indisponible`, en: `${why.name} is unavailable` };
    case "busy": {
      const cohort = cohortWords(why.cohortName);
      return {
        fr: `${why.name} intervient déjà pour ${cohort.fr}`,
        en: `${why.name} already teaches ${cohort.en}`,
      };
    }
    case "does_not_teach":
      return { fr: `${why.name} ne l’enseigne pas`, en: `${why.name} does not teach it` };
  }
}

function roomMissingText({ halfDays, why }: Unmet<"room_missing">): Text {
  return text((words) => ({
    fr: `${spokenHalfDays(words, halfDays, "fr")} : aucune salle demandée n’est libre. ${reasons(words, why.map(roomWhy), "fr")}`,
    en: `${spokenHalfDays(words, halfDays, "en")}: no room asked for is free. ${reasons(words, why.map(roomWhy), "en")}`,
  }));
}

function roomWhy(why: WhyNot): Text {
  const room = roomWords(why.name);
  if (why.reason !== "busy") return { fr: `la ${room.fr} est indisponible`, en: `${room.en} is unavailable` };
  const cohort = cohortWords(why.cohortName);
  return { fr: `la ${room.fr} est prise par ${cohort.fr}`, en: `${room.en} is taken by ${cohort.en}` };
}

function roomTooSmallText({ roomName, siteName, capacity, seats, halfDays }: Unmet<"room_too_small">): Text {
  const room = roomWords(roomName);
  return text((words) => ({
    fr: `La ${room.fr} (${siteName}) a ${capacity} ${capacity === 1 ? "place" : "places"} pour ${seats} : ${spokenHalfDays(words, halfDays, "fr")}.`,
    en: `${room.en} (${siteName}) has ${capacity} ${capacity === 1 ? "seat" : "seats"} for ${seats}: ${spokenHalfDays(words, halfDays, "en")}.`,
  }));
}

function blockOrderText({ blockCode, halfDays }: Unmet<"block_order">): Text {
  return text((words) => ({
    fr: `${blockCode} n’a pu suivre l’ordre demandé, faute de personne disponible : ${spokenHalfDays(words, halfDays, "fr")}.`,
    en: `${blockCode} could not keep the order asked for, as nobody was available: ${spokenHalfDays(words, halfDays, "en")}.`,
  }));
}

/** The sentence of all reasons; none without one. */
function reasons({ list }: Words, why: readonly Text[], locale: Locale): string {
  const all = list(why.map((each) => each[locale]));
  return all === "" ? "" : `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

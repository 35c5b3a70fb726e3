import type { ResourceFinding } from "@passerelle/domain/planning/resource-findings";
import type { Text } from "../../core/text.ts";
import { text, type Words } from "../../core/wording.ts";
import { holidayNames } from "./holiday-names.ts";
import { slotNames } from "./slot-names.ts";
import { roomWords } from "./spoken-names.ts";

type FindingOf<Code extends ResourceFinding["code"]> = Extract<ResourceFinding, { code: Code }>;

/** What is to be known of a plan's trainers, rooms and competencies: one sentence for all the half-days concerned. */
export function resourceFindingText(finding: ResourceFinding): Text {
  switch (finding.code) {
    case "trainer_missing":
      return missingText(finding, { fr: "ni formatrice ni formateur", en: "trainer" });
    case "room_missing":
      return missingText(finding, { fr: "aucune salle", en: "room" });
    case "trainer_unavailable": {
      const { name, halfDays } = finding.facts;
      return awayText({ fr: name, en: name }, halfDays);
    }
    case "room_unavailable": {
      const room = roomWords(finding.facts.name);
      return awayText({ fr: `la ${room.fr}`, en: room.en }, finding.facts.halfDays);
    }
    case "room_too_small":
      return tooSmallText(finding);
    case "trainer_does_not_teach":
      return doesNotTeachText(finding);
    case "competency_not_covered": {
      const { blockCode, competencyCodes } = finding.facts;
      return text(({ list }) => ({
        fr: `${blockCode} : aucune demi-journée ne travaille ${list(competencyCodes)}.`,
        en: `${blockCode}: no half-day works on ${list(competencyCodes)}.`,
      }));
    }
    case "day_off_overridden":
      return overriddenText(finding);
  }
}

function missingText({ facts: { count, days } }: FindingOf<"trainer_missing" | "room_missing">, what: Text): Text {
  return text(({ day }) => ({
    fr:
      count === 1
        ? `Une demi-journée n’a encore ${what.fr} : ${day(days[0] ?? "")}.`
        : `${count} demi-journées n’ont encore ${what.fr}, la première le ${day(days[0] ?? "")}.`,
    en:
      count === 1
        ? `One half-day has no ${what.en} yet: ${day(days[0] ?? "")}.`
        : `${count} half-days have no ${what.en} yet, the first on ${day(days[0] ?? "")}.`,
  }));
}

type Away = FindingOf<"trainer_unavailable">["facts"]["halfDays"];

const PLACES_NAMED = 3;

function awayText(who: Text, halfDays: Away): Text {
  const places = daysAway(halfDays);
  const more = places.length - PLACES_NAMED;
  const named = ({ day, list }: Words, locale: keyof Text, others: string) =>
    list([
      ...places.slice(0, PLACES_NAMED).map((place) => `${day(place.day)} (${place[locale]})`),
      ...(more > 0 ? [others] : []),
    ]);
  return text((words) => ({
    fr: `${who.fr} n’est pas disponible : ${named(words, "fr", more === 1 ? "un autre jour" : `${more} autres jours`)}.`,
    en: `${who.en} is not available: ${named(words, "en", more === 1 ? "one more day" : `${more} more days`)}.`,
  }));
}

/** Each day once, with the half of it, and why where it is known. */
function daysAway(halfDays: Away): (Text & { day: string })[] {
  return [...Map.groupBy(halfDays, ({ day }) => day)].map(([day, together]) => {
    const reasons = [...new Set(together.flatMap(({ reason }) => reason ?? []))];
    const worded = (locale: keyof Text, allDay: string) =>
      [together.length > 1 ? allDay : slotNames[together[0]?.slot ?? "am"][locale], ...reasons].join(", ");
    return { day, fr: worded("fr", "toute la journée"), en: worded("en", "all day") };
  });
}

function tooSmallText({ facts: { name, capacity, seats, count, days } }: FindingOf<"room_too_small">): Text {
  const room = roomWords(name);
  return text(({ day }) => ({
    fr: `La ${room.fr} a ${capacity} places pour une promotion de ${seats} : ${halfDaysFr(count, day(days[0] ?? ""))}.`,
    en: `${room.en} has ${capacity} seats for a cohort of ${seats}: ${halfDaysEn(count, day(days[0] ?? ""))}.`,
  }));
}

function doesNotTeachText({ facts }: FindingOf<"trainer_does_not_teach">): Text {
  const { name, blockCode, competencyCodes, count, days } = facts;
  return text(({ day, list }) => {
    const what = competencyCodes.length === 0 ? blockCode : `${blockCode} (${list(competencyCodes)})`;
    return {
      fr: `${name} n’enseigne pas ${what} : ${halfDaysFr(count, day(days[0] ?? ""))}.`,
      en: `${name} does not teach ${what}: ${halfDaysEn(count, day(days[0] ?? ""))}.`,
    };
  });
}

function halfDaysFr(count: number, first: string): string {
  return count === 1 ? first : `${count} demi-journées, la première le ${first}`;
}

function halfDaysEn(count: number, first: string): string {
  return count === 1 ? first : `${count} half-days, the first on ${first}`;
}

/** A reason ends as it was written. */
function overriddenText({ facts: { day: on, holiday, closure, reason } }: FindingOf<"day_off_overridden">): Text {
  const what = (locale: keyof Text, closed: string) =>
    holiday === null ? (closure ?? closed) : holidayNames[holiday][locale];
  return text(({ day }) => ({
    fr: `${day(on)} (${what("fr", "fermeture")}) est maintenu. Motif : ${reason}`,
    en: `${day(on)} (${what("en", "closure")}) is kept. Reason: ${reason}`,
  }));
}

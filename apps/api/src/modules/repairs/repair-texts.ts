import type { Repair, RepairCost, RepairProblem } from "@passerelle/domain/planning/repair";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { countEn, countFr } from "../plans/day-words.ts";
import { slotNames } from "../plans/slot-names.ts";
import { roomWords } from "../plans/spoken-names.ts";

/** What is wrong with a half-day; `name` is its trainer's or its room's. */
export function problemText(problem: RepairProblem, name: string | null): Text {
  switch (problem) {
    case "trainer_missing":
      return { fr: "Il lui manque un formateur.", en: "It has no trainer." };
    case "room_missing":
      return { fr: "Il lui manque une salle.", en: "It has no room." };
    case "trainer_unavailable":
      return { fr: `${name ?? "Qui l’enseigne"} n’est pas là.`, en: `${name ?? "Its trainer"} is away.` };
    case "room_unavailable": {
      const room = roomWords(name ?? "");
      return text(() => ({ fr: `La ${room.fr} n’est pas disponible.`, en: `${room.en} is not available.` }));
    }
  }
}

/** What a repair does. */
export function repairText({ kind, day, slot, trainerName, roomName, swapped }: Repair): Text {
  const spoken = roomWords(roomName ?? "");
  const room = roomName === null ? { fr: "", en: "" } : { fr: `, ${spoken.fr}`, en: `, ${spoken.en}` };
  switch (kind) {
    case "trainer":
      return { fr: `${trainerName} enseigne à sa place${room.fr}`, en: `${trainerName} teaches instead${room.en}` };
    case "room":
      return text(() => ({ fr: `${spoken.fr}, libre`, en: `${spoken.en}, free` }));
    case "remote":
      return { fr: "À distance, sans salle", en: "Remotely, without a room" };
    case "move":
      return text((words) => ({
        fr: `Déplacer au ${words.day(day)}, ${slotNames[slot].fr}${room.fr}`,
        en: `Move to ${words.day(day)}, ${slotNames[slot].en}${room.en}`,
      }));
    case "swap": {
      const block = swapped?.blockCode ?? null;
      return text((words) => ({
        fr: `Échanger avec ${block ?? "la demi-journée"} du ${words.day(day)}, ${slotNames[slot].fr}`,
        en: `Change places with ${block ?? "the half-day"} of ${words.day(day)}, ${slotNames[slot].en}`,
      }));
    }
  }
}

/** What a repair costs. */
export function costText(cost: RepairCost): Text {
  switch (cost.code) {
    case "new_to_cohort":
      return {
        fr: `${cost.facts.name} n’enseigne pas encore à cette promotion`,
        en: `${cost.facts.name} does not teach this cohort yet`,
      };
    case "week_load":
      return {
        fr: `${countFr(cost.facts.halfDays, "demi-journée")} pour ${cost.facts.name} cette semaine-là`,
        en: `${countEn(cost.facts.halfDays, "half-day")} for ${cost.facts.name} that week`,
      };
    case "too_small":
      return {
        fr: `il y manque ${countFr(cost.facts.missing, "place")}`,
        en: `${countEn(cost.facts.missing, "seat")} too few`,
      };
    case "other_site":
      return { fr: `sur un autre site : ${cost.facts.siteName}`, en: `on another site: ${cost.facts.siteName}` };
    case "days_away":
      return daysAwayText(cost.facts.days);
    case "other_week":
      return { fr: "dans une autre semaine que sa session", en: "in another week than its session" };
    case "alone_that_day":
      return {
        fr: "seule ce jour-là : un déplacement pour une demi-journée",
        en: "alone that day: a trip for one half-day",
      };
    case "other_order":
      return {
        fr: `${cost.facts.blockCode} et ${cost.facts.otherBlockCode} changent d’ordre`,
        en: `${cost.facts.blockCode} and ${cost.facts.otherBlockCode} change order`,
      };
    case "at_a_distance":
      return { fr: "les stagiaires ne se voient pas", en: "the trainees do not meet" };
  }
}

function daysAwayText(days: number): Text {
  const [fr, en] = [countFr(Math.abs(days), "jour"), countEn(Math.abs(days), "day")];
  return days < 0 ? { fr: `${fr} plus tôt`, en: `${en} earlier` } : { fr: `${fr} plus tard`, en: `${en} later` };
}

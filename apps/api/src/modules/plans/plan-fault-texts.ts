import type { PlanFault } from "@passerelle/domain/planning/check-plan";
import type { MoveFault } from "@passerelle/domain/planning/move-days";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { holidayNames } from "./holiday-names.ts";
import { slotNames } from "./slot-names.ts";

/** Why a half-day cannot be where the plan puts it. */
export function planFaultText(fault: PlanFault): Text {
  switch (fault.code) {
    case "day_outside_title":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} : l’édition du titre est en vigueur du ${day(fault.facts.from)} au ${day(fault.facts.to)}.`,
        en: `${day(fault.facts.day)}: the edition is in force from ${day(fault.facts.from)} to ${day(fault.facts.to)}.`,
      }));
    case "day_on_public_holiday": {
      const name = holidayNames[fault.facts.holiday];
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est férié (${name.fr}).`,
        en: `${day(fault.facts.day)} is a public holiday (${name.en}).`,
      }));
    }
    case "day_on_closure": {
      const label = fault.facts.label === null ? "" : ` (${fault.facts.label})`;
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est un jour de fermeture${label}.`,
        en: `${day(fault.facts.day)} is a closing day${label}.`,
      }));
    }
    case "half_day_twice":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].fr} : la promotion y est déjà.`,
        en: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].en}: the cohort is already there.`,
      }));
    case "too_many_minutes_a_day":
      return text(({ day, hours }) => ({
        fr: `${day(fault.facts.day)} compte ${hours(fault.facts.minutes)} ; ${hours(fault.facts.mostMinutes)} au plus.`,
        en: `${day(fault.facts.day)} has ${hours(fault.facts.minutes)}; ${hours(fault.facts.mostMinutes)} at most.`,
      }));
    case "unknown_block":
      return {
        fr: `Le bloc ${fault.facts.blockCode} n’est pas du programme.`,
        en: `Block ${fault.facts.blockCode} is not in the programme.`,
      };
    case "unknown_competency": {
      const { competencyCode, blockCode } = fault.facts;
      return blockCode === null
        ? {
            fr: `Sans bloc, la demi-journée ne peut pas travailler la compétence ${competencyCode}.`,
            en: `Without a block, the half-day cannot work on competency ${competencyCode}.`,
          }
        : {
            fr: `La compétence ${competencyCode} n’est pas du bloc ${blockCode}.`,
            en: `Competency ${competencyCode} is not in block ${blockCode}.`,
          };
    }
    case "remote_with_room":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].fr} : une demi-journée à distance n’a pas de salle.`,
        en: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].en}: a remote half-day has no room.`,
      }));
    case "block_missing":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].fr} : il manque le bloc.`,
        en: `${day(fault.facts.day)}, ${slotNames[fault.facts.slot].en}: the block is missing.`,
      }));
  }
}

/** Why a move makes no sense. */
export function moveFaultText(fault: MoveFault): Text {
  switch (fault.code) {
    case "day_count_differs": {
      const { actual, required } = fault.facts;
      return {
        fr: `Il faut ${required} jours, un pour chaque jour de la session ; ${actual} sont donnés.`,
        en: `${required} days are needed, one for each day of the session; ${actual} are given.`,
      };
    }
    case "same_day_twice":
      return text(({ day }) => ({
        fr: `${day(fault.facts.day)} est donné deux fois.`,
        en: `${day(fault.facts.day)} is given twice.`,
      }));
    case "no_such_session":
    case "no_such_half_day":
      return {
        fr: "Ce qui devait bouger n’est plus dans le planning.",
        en: "What was to move is no longer in the plan.",
      };
  }
}

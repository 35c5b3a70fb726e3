import type { StaffFinding } from "@passerelle/domain/planning/staff-findings";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { slotNames } from "./slot-names.ts";
import { roomWords } from "./spoken-names.ts";

/** What is said of a half-day's trainer or room. */
export function staffFindingText({ code, facts }: StaffFinding): Text {
  const { day, slot, name } = facts;
  const [am, room] = [slotNames[slot], roomWords(name)];
  switch (code) {
    case "trainer_unavailable":
      return text((words) => ({
        fr: `${words.day(day)}, ${am.fr} : ${name} n’est pas disponible${because(facts.reason)}.`,
        en: `${words.day(day)}, ${am.en}: ${name} is not available${because(facts.reason)}.`,
      }));
    case "room_unavailable":
      return text((words) => ({
        fr: `${words.day(day)}, ${am.fr} : la ${room.fr} n’est pas disponible${because(facts.reason)}.`,
        en: `${words.day(day)}, ${am.en}: ${room.en} is not available${because(facts.reason)}.`,
      }));
    case "trainer_does_not_teach": {
      const { blockCode, competencyCodes } = facts;
      const what = competencyCodes.length === 0 ? blockCode : `${blockCode} (${competencyCodes.join(", ")})`;
      return text((words) => ({
        fr: `${words.day(day)}, ${am.fr} : ${name} n’enseigne pas ${what}.`,
        en: `${words.day(day)}, ${am.en}: ${name} does not teach ${what}.`,
      }));
    }
    case "room_too_small": {
      const { capacity, seats } = facts;
      return text((words) => ({
        fr: `${words.day(day)}, ${am.fr} : la ${room.fr} a ${capacity} places pour une promotion de ${seats}.`,
        en: `${words.day(day)}, ${am.en}: ${room.en} has ${capacity} seats for a cohort of ${seats}.`,
      }));
    }
  }
}

function because(reason: string | null): string {
  return reason === null ? "" : ` (${reason})`;
}

import type { PlanChangeFact } from "@passerelle/domain/planning/plan-change-facts";
import type { Text } from "../../core/text.ts";
import {
  blockText,
  cancelledChangedText,
  competenciesText,
  overrideText,
  regroupedText,
  replacementText,
  roomText,
  splitText,
  trainerText,
} from "./difference-column-texts.ts";
import {
  addedText,
  cancelledText,
  gainedText,
  lostText,
  notHeldText,
  restoredText,
  sessionAddedText,
  sessionRemovedText,
} from "./difference-coming-texts.ts";
import { halfDaysMovedText, sessionMovedText, swappedText, timesText } from "./difference-move-texts.ts";
import { publishedText, replacedText, withdrawnText } from "./difference-whole-texts.ts";
import type { DifferenceNames, Voice } from "./difference-words.ts";

/**
 * A fact that differs between two versions of a plan, in a sentence or two: neutral for those who keep the plan, or told
 * to a trainee or a trainer whom it concerns.
 */
export function differenceText(fact: PlanChangeFact, names: DifferenceNames, voice: Voice = "neutral"): Text {
  const telling = { names, voice };
  switch (fact.kind) {
    case "plan_published":
      return publishedText(fact, voice);
    case "plan_withdrawn":
      return withdrawnText(fact, voice);
    case "plan_replaced":
      return replacedText(fact, voice);
    case "session_moved":
      return sessionMovedText(fact, telling);
    case "session_added":
      return sessionAddedText(fact, telling);
    case "session_removed":
      return sessionRemovedText(fact, telling);
    case "session_split":
      return splitText(fact);
    case "half_days_regrouped":
      return regroupedText(fact);
    case "half_days_moved":
      return halfDaysMovedText(fact, telling);
    case "half_days_swapped":
      return swappedText(fact, telling);
    case "times_changed":
      return timesText(fact, telling);
    case "half_days_cancelled":
      return cancelledText(fact, telling);
    case "half_days_restored":
      return restoredText(fact, telling);
    case "half_days_added":
      return addedText(fact, telling);
    case "half_days_removed":
      return notHeldText(fact, telling);
    case "half_days_gained":
      return gainedText(fact, telling);
    case "half_days_lost":
      return lostText(fact, telling);
    case "trainer_changed":
      return trainerText(fact, telling);
    case "room_changed":
      return roomText(fact, telling);
    case "block_changed":
      return blockText(fact, telling);
    case "competencies_changed":
      return competenciesText(fact, telling);
    case "override_changed":
      return overrideText(fact);
    case "replacement_changed":
      return replacementText(fact);
    case "cancelled_changed":
      return cancelledChangedText(fact);
  }
}

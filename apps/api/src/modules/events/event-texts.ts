import { type EventType, kindOfEvent } from "@passerelle/contracts/events";
import { ZodError } from "zod";
import type { Text } from "../../core/text.ts";
import type { EventRow } from "./event-rows.ts";
import { pathEventTexts } from "./path-event-texts.ts";
import { planEventTexts } from "./plan-event-texts.ts";
import { resourceEventTexts } from "./resource-event-texts.ts";
import { nameIn, told } from "./told.ts";

/** Sentences that say more than what happened and to whom. */
const sentences: Partial<Record<EventType, (row: EventRow) => Text>> = {
  ...planEventTexts,
  ...pathEventTexts,
  ...resourceEventTexts,
};

/**
 * What happened, as a sentence. The log is older than the code that reads it: an event told otherwise than today is
 * called by its name, and one of a type unknown here by its type.
 */
export function eventText(row: EventRow): Text {
  const { type } = row;
  if (!isKnown(type)) return { fr: `Événement « ${type} ».`, en: `Event “${type}”.` };
  try {
    return sentences[type]?.(row) ?? told(type, [nameIn(row)]);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return told(type, [nameIn(row)]);
  }
}

export function isKnown(type: string): type is EventType {
  return type in kindOfEvent;
}

import type { EventType } from "@passerelle/contracts/events";
import { z } from "zod";
import type { Text } from "../../core/text.ts";
import { draftEventText } from "../plans/timetable-texts.ts";
import type { EventRow } from "./event-rows.ts";
import { nameIn, told } from "./told.ts";

const published = z.object({ to: z.object({ number: z.int(), gapReason: z.string().nullish() }) });

/** What changed in a plan, the draft and what was published of it kept apart. */
export const planEventTexts = {
  "plan.published": (row) => {
    const { number, gapReason = null } = published.parse(row.data).to;
    return told("plan.published", [nameIn(row), `version ${number}`], gapReason);
  },
  "plan.undone": (row) => ofChange("plan.undone", row),
  "plan.redone": (row) => ofChange("plan.redone", row),
  "plan.adopted": draftText,
  "plan.edited": draftText,
  "plan.restored": draftText,
  "session.moved": draftText,
  "session.split": draftText,
  "half-day.moved": draftText,
  "half-day.cancelled": draftText,
} satisfies Partial<Record<EventType, (row: EventRow) => Text>>;

/** In the words of the timetable, which are those of the plan's own history. */
function draftText({ type, data, cohortName }: EventRow): Text {
  const { fr, en } = draftEventText(type, data);
  return cohortName === null
    ? { fr: `Brouillon. ${fr}`, en: `Draft. ${en}` }
    : { fr: `${cohortName}, dans le brouillon. ${fr}`, en: `${cohortName}, in the draft. ${en}` };
}

/** With the words of the change it undid, or made again. */
function ofChange(type: EventType, row: EventRow): Text {
  const { changeType, changeData } = row;
  const { fr, en } = told(type, [nameIn(row)]);
  if (changeType === null) return { fr, en };
  const change = draftEventText(changeType, changeData);
  return { fr: `${fr} « ${change.fr} »`, en: `${en} “${change.en}”` };
}

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
  "plan.adopted": draftText,
  "plan.edited": draftText,
  "plan.restored": draftText,
  "session.moved": draftText,
  "session.split": draftText,
  "half-day.moved": draftText,
  "half-day.cancelled": draftText,
} satisfies Partial<Record<EventType, (row: EventRow) => Text>>;

/** In the words of the timetable, which are those of the plan's own history. */
function draftText(row: EventRow): Text {
  const { fr, en } = draftEventText(row.type, row.data);
  const name = row.cohortName;
  return name === null
    ? { fr: `Brouillon. ${fr}`, en: `Draft. ${en}` }
    : { fr: `Brouillon de « ${name} ». ${fr}`, en: `Draft of “${name}”. ${en}` };
}

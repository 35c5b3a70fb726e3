import type { EventType } from "@passerelle/contracts/events";
import { z } from "zod";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import type { EventRow } from "./event-rows.ts";
import { inside, nameIn, told } from "./told.ts";

const period = z.object({ from: z.iso.date(), to: z.iso.date().nullable() });
const cohortDays = z.object({ startsOn: z.iso.date(), endsOn: z.iso.date() });
const reason = z.object({ reason: z.string() });

/** What happened to cohorts, and to what is needed to teach them. */
export const resourceEventTexts = {
  "cohort.created": (row) => {
    const { startsOn, endsOn } = cohortDays.parse(row.data.to);
    return told("cohort.created", [nameIn(row), periodText({ from: startsOn, to: endsOn })]);
  },
  "cohort.cancelled": (row) => told("cohort.cancelled", [nameIn(row)], reason.parse(row.data.to).reason),
  "unavailability.declared": (row) => during("unavailability.declared", row, row.data.to),
  "unavailability.withdrawn": (row) => during("unavailability.withdrawn", row, row.data.from),
  "closure.created": (row) => during("closure.created", row, row.data.to),
  "closure.deleted": (row) => during("closure.deleted", row, row.data.from),
} satisfies Partial<Record<EventType, (row: EventRow) => Text>>;

function during(type: EventType, row: EventRow, side: unknown): Text {
  return told(type, [nameIn(row), periodText(period.parse(side))]);
}

function periodText({ from, to }: z.infer<typeof period>): Text {
  return inside(
    text(({ day }) => {
      if (to === null) return { fr: `à partir du ${day(from)}`, en: `from ${day(from)} on` };
      if (from === to) return { fr: `le ${day(from)}`, en: `on ${day(from)}` };
      return { fr: `du ${day(from)} au ${day(to)}`, en: `from ${day(from)} to ${day(to)}` };
    }),
  );
}

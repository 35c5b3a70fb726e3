import type { EventType } from "@passerelle/contracts/events";
import { z } from "zod";
import { toColumn } from "../../core/civil-day.ts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { historyText } from "../enrolments/history-texts.ts";
import type { EventRow } from "./event-rows.ts";
import { inside, nameIn, told } from "./told.ts";

const logged = z.object({ to: z.object({ minutes: z.record(z.string(), z.int()) }) });
const returned = z.object({ to: z.object({ reason: z.string() }) });
const recorded = z.object({
  to: z.object({ blockCode: z.string().nullable(), obtained: z.boolean(), decidedOn: z.iso.date() }),
});
const annulled = z.object({ to: z.object({ annulled: z.object({ reason: z.string() }) }) });

/** What happened to a trainee: enrolment, placement, results. */
export const pathEventTexts = {
  "enrolment.created": enrolmentText,
  "enrolment.moved": enrolmentText,
  "enrolment.prescribed": enrolmentText,
  "enrolment.placement-waived": enrolmentText,
  "enrolment.placement-waiver-lapsed": enrolmentText,
  "stage-week.logged": (row) => {
    const minutes = Object.values(logged.parse(row.data).to.minutes).reduce((total, each) => total + each, 0);
    const hours = text((words) => ({ fr: words.hours(minutes), en: words.hours(minutes) }));
    return told("stage-week.logged", [nameIn(row), weekText(row), hours]);
  },
  "stage-week.submitted": (row) => told("stage-week.submitted", [nameIn(row), weekText(row)]),
  "stage-week.validated": (row) => told("stage-week.validated", [nameIn(row), weekText(row)]),
  "stage-week.returned": (row) =>
    told("stage-week.returned", [nameIn(row), weekText(row)], returned.parse(row.data).to.reason),
  "ccp-result.recorded": (row) => told("ccp-result.recorded", [nameIn(row), ...decisionTexts(row)]),
  "ccp-result.published": (row) => told("ccp-result.published", [nameIn(row), decidedText(row)]),
  "ccp-result.annulled": (row) =>
    told("ccp-result.annulled", [nameIn(row), decidedText(row)], annulled.parse(row.data).to.annulled.reason),
} satisfies Partial<Record<EventType, (row: EventRow) => Text>>;

/** In the words of the enrolment's own history. */
function enrolmentText({ type, data, effectiveOn, personName, cohortName }: EventRow): Text {
  const { fr, en } = historyText({ type, data, effectiveOn: toColumn(effectiveOn) });
  const whose = [personName, cohortName].filter((name) => name !== null).join(", ");
  return whose === "" ? { fr, en } : { fr: `${whose}. ${fr}`, en: `${whose}. ${en}` };
}

function weekText({ monday }: EventRow): Text | null {
  if (monday === null) return null;
  return inside(text(({ day }) => ({ fr: `semaine du ${day(monday)}`, en: `week of ${day(monday)}` })));
}

function decisionTexts({ data }: EventRow): Text[] {
  const { blockCode, obtained, decidedOn } = recorded.parse(data).to;
  const outcome =
    blockCode === null
      ? {
          fr: obtained ? "entretien final réussi" : "entretien final non réussi",
          en: obtained ? "final interview passed" : "final interview not passed",
        }
      : {
          fr: `${blockCode} ${obtained ? "obtenu" : "non obtenu"}`,
          en: `${blockCode} ${obtained ? "obtained" : "not obtained"}`,
        };
  const when = text(({ day }) => ({ fr: `décision du ${day(decidedOn)}`, en: `decided on ${day(decidedOn)}` }));
  return [outcome, inside(when)];
}

/** On what a stored result decides; one that is gone decides on nothing. */
function decidedText({ blockCode, enrolmentId }: EventRow): Text | string | null {
  if (blockCode !== null) return blockCode;
  return enrolmentId === null ? null : { fr: "entretien final", en: "final interview" };
}

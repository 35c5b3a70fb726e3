import type { Locale } from "../../core/text.ts";
import { presentTimetable } from "./timetable.present.ts";
import type { TimetableFacts } from "./timetable-facts.ts";
import type { TimetableHalfDay } from "./timetable.queries.ts";

const day = { cohortId: "cohort", cohortName: "Promotion", minutes: 210, replacedBy: null, replaces: null } as const;
const block = { id: "block", code: "CCP1", title: "Bloc de compétences", shortTitle: "Bloc", position: 1 };

const taught: TimetableHalfDay = {
  ...day,
  day: "2017-05-16",
  slot: "am",
  startsAt: "09:00",
  endsAt: "12:30",
  kind: "teaching",
  block,
  feedsBlock: true,
  session: 1,
  trainerName: "Dominique Exemple",
  room: { name: "Salle", siteName: "Site" },
  remote: false,
  isCancelled: false,
  cancelledReason: null,
};

/** A timetable of nobody, with all that one may hold: what a template is tried with. */
export function specimenTimetable(locale: Locale): TimetableFacts {
  const halfDays: TimetableHalfDay[] = [
    taught,
    { ...taught, slot: "pm", startsAt: "13:30", endsAt: "17:00", isCancelled: true, cancelledReason: "Motif" },
    { ...taught, day: "2017-05-17", remote: true, room: null, trainerName: null },
    { ...taught, day: "2017-06-16", kind: "exam", block: null, feedsBlock: false, session: null, room: null },
  ];
  const provider = { name: "Organisme", addressLines: ["Adresse"], siret: "1", activityNumber: "1", logo: null };
  const contacts = [{ role: "pedagogical", name: "Camille Exemple", lines: ["04 00 00 00 00"] }] as const;
  const publishedAt = "2017-05-02T10:00:00Z";
  return presentTimetable(
    { locale, now: Temporal.Instant.from(publishedAt) },
    { kind: "cohort", name: "Promotion", lines: ["Formation"], notice: null, provider, contacts },
    { halfDays, versions: [{ cohortId: "cohort", cohortName: "Promotion", number: 1, publishedAt }] },
    { from: null, to: null },
  );
}

import type { FileAnswer } from "@passerelle/contracts/http";
import type { Locale, Text } from "../../core/text.ts";
import type { Ctx } from "../../core/ctx.ts";
import { civilDayAt, addMonths, dayNumberOf } from "@passerelle/domain/time";
import { today } from "../../core/civil-day.ts";
import { findCohort, type CohortRow } from "../cohorts/cohorts.queries.ts";
import { findEnrolment } from "../enrolments/enrolments.queries.ts";
import { findRoom } from "../rooms/rooms.queries.ts";
import { trainerName } from "../trainers/trainers.present.ts";
import { findTrainer } from "../trainers/trainers.queries.ts";
import { letterheadOf } from "./letterhead.ts";
import { presentTimetable, type TimetableHead } from "./timetable.present.ts";
import { timetableOf, type TimetablePeriod } from "./timetable.queries.ts";

/** What is asked of a timetable: its days, and the language of a link. */
export interface TimetableQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly lang?: Locale | undefined;
}

type Head = Pick<TimetableHead, "kind" | "name" | "lines" | "notice">;

/** The timetable of a cohort the caller may see, else 404. */
export async function cohortTimetable(ctx: Ctx, cohortId: string, query: TimetableQuery = {}): Promise<FileAnswer> {
  const cohort = await findCohort(ctx, cohortId);
  const lines = [cohort.programme.name];
  return made(ctx, { kind: "cohort", name: cohort.name, lines, notice: noticeOf(cohort) }, cohort.id, query);
}

/** The timetable of an enrolment the caller may see, else 404: the half-days that concern its trainee. */
export async function enrolmentTimetable(
  ctx: Ctx,
  enrolmentId: string,
  query: TimetableQuery = {},
): Promise<FileAnswer> {
  const { id, person, cohort } = await findEnrolment(ctx, enrolmentId);
  const name = `${person.givenName} ${person.usualName}`;
  const lines = [cohort.name, cohort.programme.name];
  return made(ctx, { kind: "trainee", name, lines, notice: noticeOf(cohort) }, id, query);
}

/** The timetable of a trainer the caller may see, else 404: a year from today unless said. */
export async function trainerTimetable(ctx: Ctx, trainerId: string, query: TimetableQuery = {}): Promise<FileAnswer> {
  const trainer = await findTrainer(ctx, trainerId);
  const head: Head = { kind: "trainer", name: trainerName(trainer), lines: [], notice: null };
  return made(ctx, head, trainer.id, aYear(ctx, query));
}

/** The timetable of a room, else 404: a year from today unless said. */
export async function roomTimetable(ctx: Ctx, roomId: string, query: TimetableQuery = {}): Promise<FileAnswer> {
  const room = await findRoom(ctx, roomId);
  const head: Head = { kind: "room", name: room.name, lines: [room.site.name], notice: null };
  return made(ctx, head, room.id, aYear(ctx, query));
}

async function made(ctx: Ctx, head: Head, ownerId: string, query: TimetableQuery): Promise<FileAnswer> {
  const locale = query.lang ?? ctx.locale;
  const period: TimetablePeriod = { from: query.from ?? null, to: query.to ?? null };
  const { provider, contacts, files } = await letterheadOf(ctx);
  const rows = await timetableOf(ctx, head.kind, ownerId, period);
  const facts = presentTimetable({ ...ctx, locale }, { ...head, provider, contacts }, rows, period);
  const bytes = await ctx.typesetter.typeset({ template: "timetable.typ", data: facts, files });
  return { bytes, name: `${fileNames[locale]} – ${head.name}.pdf` };
}

const fileNames: Text = { fr: "Emploi du temps", en: "Timetable" };

/** Trainers and rooms go on from plan to plan. */
function aYear(ctx: Ctx, query: TimetableQuery): TimetableQuery {
  const from = query.from ?? (query.to !== undefined && query.to < today(ctx) ? undefined : today(ctx));
  if (from === undefined || query.to !== undefined) return { ...query, from };
  return { ...query, from, to: civilDayAt(addMonths(dayNumberOf(from), 12) - 1) };
}

function noticeOf({ cancelledReason }: Pick<CohortRow, "cancelledReason">): string | null {
  return cancelledReason;
}

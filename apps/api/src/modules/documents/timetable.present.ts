import { civilDayOf } from "@passerelle/domain/time";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type {
  BlockFacts,
  HalfDayFacts,
  MonthFacts,
  TimetableFacts,
  TotalFacts,
  VersionFacts,
} from "./timetable-facts.ts";
import type { TimetableHalfDay, TimetablePeriod, TimetableRows } from "./timetable.queries.ts";
import { type TimetableWords, timetableWords } from "./timetable-words.ts";

/** What a timetable says besides its half-days. */
export type TimetableHead = Pick<TimetableFacts, "kind" | "name" | "notice" | "provider" | "contacts"> & {
  readonly lines: readonly (string | null)[];
};

/** A timetable as its template takes it, in the caller's language. */
export function presentTimetable(
  ctx: Pick<Ctx, "locale" | "now">,
  head: TimetableHead,
  { halfDays, versions }: TimetableRows,
  asked: TimetablePeriod,
): TimetableFacts {
  const words = timetableWords[ctx.locale];
  const sites = new Set(halfDays.map(({ room }) => room?.siteName).filter((name) => name !== undefined));
  const [onlySite] = sites.size === 1 ? sites : [];
  const live = halfDays.filter(({ isCancelled }) => !isCancelled);
  return {
    ...head,
    language: ctx.locale,
    lines: [...head.lines, head.kind === "room" ? null : (onlySite ?? null)].filter((line) => line !== null),
    period: periodOf(words, halfDays, asked),
    months: monthsOf(words, halfDays, sites.size > 1),
    totals: totalsOf(words, live),
    total: { halfDays: live.length, hours: words.hours(minutesOf(live)) },
    versions: versions.map((version): VersionFacts => ({
      cohort: version.cohortName,
      number: version.number,
      day: words.plainDay(civilDayOf(Temporal.Instant.from(version.publishedAt))),
    })),
    printedOn: words.plainDay(today(ctx)),
  };
}

/** The days asked for, else those of the first and the last half-day. */
function periodOf(words: TimetableWords, halfDays: readonly TimetableHalfDay[], asked: TimetablePeriod): string | null {
  if (asked.from !== null || asked.to !== null) return words.period(asked.from, asked.to);
  return words.period(halfDays[0]?.day ?? null, halfDays.at(-1)?.day ?? null);
}

function monthsOf(words: TimetableWords, halfDays: readonly TimetableHalfDay[], namesSite: boolean): MonthFacts[] {
  return [...Map.groupBy(halfDays, ({ day }) => day.slice(0, 7)).values()].map((ofMonth) => {
    const live = ofMonth.filter(({ isCancelled }) => !isCancelled);
    return {
      name: words.month(ofMonth[0]?.day ?? ""),
      hours: `${words.halfDays(live.length)} · ${words.hours(minutesOf(live))}`,
      days: [...Map.groupBy(ofMonth, ({ day }) => day)].map(([day, ofDay]) => ({
        day: words.shortDay(day),
        halfDays: ofDay.map((halfDay) => halfDayFacts(words, halfDay, namesSite)),
      })),
    };
  });
}

function halfDayFacts(words: TimetableWords, row: TimetableHalfDay, namesSite: boolean): HalfDayFacts {
  const { room, replacedBy, replaces } = row;
  return {
    hours: words.times(row.startsAt, row.endsAt),
    exam: row.kind === "exam",
    block: blockFacts(row),
    cohort: row.cohortName,
    session: row.session,
    trainer: row.trainerName,
    room: room && (namesSite ? `${room.name}, ${room.siteName}` : room.name),
    remote: row.remote,
    cancelled: row.isCancelled,
    reason: row.cancelledReason,
    note: replacedBy ? words.replacedBy(replacedBy) : replaces && words.replaces(replaces),
  };
}

const looks = 6;

function blockFacts({ block }: TimetableHalfDay): BlockFacts | null {
  if (block === null) return null;
  const { code, shortTitle, title, position } = block;
  return { code, title: shortTitle, fullTitle: title, look: ((position - 1) % looks) + 1 };
}

/** Hours by cohort and block, in the programme's order; the exam's last, where they are no block's. */
function totalsOf(words: TimetableWords, live: readonly TimetableHalfDay[]): TotalFacts[] {
  const keyOf = (row: TimetableHalfDay) => `${row.cohortId} ${row.feedsBlock ? (row.block?.id ?? "") : ""}`;
  return [...Map.groupBy(live, keyOf).values()]
    .flatMap((rows) => rows.slice(0, 1).map((first) => ({ first, rows })))
    .toSorted(
      ({ first: a }, { first: b }) =>
        a.cohortName.localeCompare(b.cohortName) || a.cohortId.localeCompare(b.cohortId) || placeOf(a) - placeOf(b),
    )
    .map(({ first, rows }) => ({
      cohort: first.cohortName,
      block: first.feedsBlock ? blockFacts(first) : null,
      halfDays: rows.length,
      hours: words.hours(minutesOf(rows)),
    }));
}

function placeOf({ feedsBlock, block }: TimetableHalfDay): number {
  return feedsBlock && block !== null ? block.position : Number.MAX_SAFE_INTEGER;
}

function minutesOf(rows: readonly TimetableHalfDay[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}

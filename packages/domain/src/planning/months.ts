import { monthOf, monthsBetween, type CivilDay, type DayNumber, type YearMonth } from "../time.ts";
import { canBeLast, examsAfter, type Room, type SessionOption } from "./options.ts";

/** The options of one session once its month is chosen, earliest first. */
export type Stage = readonly SessionOption[];

/**
 * Why a month has no session: `asked` for; `before_title`, the edition is not in force; `no_room`, no week with enough
 * working days; `too_close`, every such week is too near the session before; `exam_out_of_reach`, a last session there
 * would leave no room for the exam.
 */
export interface SkippedMonth {
  readonly month: YearMonth;
  readonly reason: "asked" | "before_title" | "no_room" | "too_close" | "exam_out_of_reach";
}

/**
 * For each session, the options in its month, the months being the earliest that together hold every session and leave
 * room for the exam; null when none do. The session that ends first leaves most room to the next ones, so one day,
 * `reach`, says all of the past.
 */
export function earliestMonths(room: Room): Stage[] | null {
  const stages: Stage[] = [];
  let reach = -Infinity;
  for (const completable of completableByRank(room)) {
    const reachable = completable.filter(({ start }) => start >= reach);
    const stage = reachable.filter(({ month }) => month === reachable[0]?.month);
    if (stage.length === 0) return null;
    stages.push(stage);
    reach = earliestNext(stage);
  }
  return stages;
}

/** The months without a session from `notBefore` to the last session, each with the reason. */
export function skippedMonths(
  room: Room,
  stages: readonly Stage[],
  notBefore: CivilDay,
  asked: readonly YearMonth[],
): SkippedMonth[] {
  const taken = stages.map((stage) => stage[0]?.month ?? "");
  return monthsBetween(monthOf(notBefore), taken.at(-1) ?? "")
    .filter((month) => !taken.includes(month))
    .map((month) => {
      const before = stages.findLast((stage) => stage.some((option) => option.month < month));
      const reason = whySkipped(room, month, before, asked);
      return { month, reason };
    });
}

function whySkipped(
  room: Room,
  month: YearMonth,
  before: Stage | undefined,
  asked: readonly YearMonth[],
): SkippedMonth["reason"] {
  const options = room.sessions.filter((option) => option.month === month);
  if (asked.includes(month)) return "asked";
  if (options.length === 0) return "no_room";
  if (before === undefined) return options.some((o) => o.mayBeFirst) ? "exam_out_of_reach" : "before_title";
  const reach = earliestNext(before);
  return options.some(({ start }) => start >= reach) ? "exam_out_of_reach" : "too_close";
}

/** How many sessions find a place when each comes as early as it can, and the first day by which all can be over. */
export function furthest(room: Room): { sessionsPlaced: number; end: DayNumber | null } {
  let reach = -Infinity;
  let reached: SessionOption[] = [];
  for (let rank = 0; rank < room.sessionCount; rank += 1) {
    reached = room.sessions.filter(({ start, mayBeFirst }) => start >= reach && (rank > 0 || mayBeFirst));
    if (reached.length === 0) return { sessionsPlaced: rank, end: null };
    reach = earliestNext(reached);
  }
  const ends = reached.flatMap((last) => (room.hasExam ? examsAfter(room, last).map(({ end }) => end) : [last.end]));
  return { sessionsPlaced: room.sessionCount, end: ends.length > 0 ? Math.min(...ends) : null };
}

/** For each session in turn, the options after which every later session, and the exam, still finds a place. */
function completableByRank(room: Room): SessionOption[][] {
  const byRank: SessionOption[][] = [];
  let latestNext = Infinity;
  for (let rank = room.sessionCount - 1; rank >= 0; rank -= 1) {
    const isLast = rank === room.sessionCount - 1;
    const completable = room.sessions.filter(
      (option) => (rank > 0 || option.mayBeFirst) && (isLast ? canBeLast(room, option) : option.nextFrom <= latestNext),
    );
    latestNext = completable.at(-1)?.start ?? -Infinity;
    byRank.unshift(completable);
  }
  return byRank;
}

/** The first day on which a next session may begin, whichever of these comes before it. */
function earliestNext(options: readonly SessionOption[]): DayNumber {
  return Math.min(...options.map(({ nextFrom }) => nextFrom));
}

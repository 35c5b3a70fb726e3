import type { Stage } from "./months.ts";
import { examsAfter, type Option, type Room, type SessionOption } from "./options.ts";

/** The days chosen for a plan: its sessions in date order, then its exam (null for a programme without one). */
export interface Arrangement {
  readonly sessions: readonly SessionOption[];
  readonly exam: Option | null;
}

/**
 * What counts against an arrangement, the first difference deciding: an exam cramped against the last session, teaching
 * nobody could do or no room could hold, days that break a session or the exam, days off the preferred weekdays, drift
 * from the first session's day of the month.
 */
type Penalty = readonly [
  crampedExam: number,
  unstaffable: number,
  brokenDays: number,
  unpreferredDays: number,
  drift: number,
];

/** How much of the teaching would find nobody, or no room, on the days of an option; nothing for those left out. */
export type Unstaffable = ReadonlyMap<Option, number>;

/** The last sessions of an arrangement and its exam, with what counts against them. */
interface Ending extends Arrangement {
  readonly penalty: Penalty;
}

/**
 * The best days for sessions whose months are chosen: the least penalty and, among equals, the earliest days; null when
 * the stages do not lead to one another. Every first session is tried, as the rhythm is judged against it.
 */
export function arrange(
  room: Room,
  stages: readonly Stage[],
  unstaffable: Unstaffable = new Map(),
): Arrangement | null {
  const [firsts = [], ...others] = stages;
  const daysOfMonth = new Set(firsts.map((option) => option.dayOfMonth));
  return best(
    [...daysOfMonth].flatMap((dayOfMonth) => {
      const sameDay = firsts.filter((option) => option.dayOfMonth === dayOfMonth);
      return endings({ room, unstaffable, dayOfMonth }, [sameDay, ...others]);
    }),
  );
}

interface Judging {
  readonly room: Room;
  readonly unstaffable: Unstaffable;
  /** That of the first session. */
  readonly dayOfMonth: number;
}

/**
 * For each option of the first stage, earliest first, the best way to go on to the end. Worked out from the last stage
 * back, since what may follow an option depends on its `nextFrom` alone.
 */
function endings(judging: Judging, [stage = [], ...later]: readonly Stage[]): Ending[] {
  const following = later.length > 0 ? endings(judging, later) : null;
  return stage.flatMap((option) => {
    const rest = following === null ? examEndings(judging, option) : following.filter(startsFrom(option.nextFrom));
    const chosen = best(rest);
    return chosen === null ? [] : [prepend(judging, option, chosen)];
  });
}

function startsFrom(day: number): (ending: Ending) => boolean {
  return ({ sessions: [next] }) => next !== undefined && next.start >= day;
}

/** The ways to end after a last session: each exam that could follow it. */
function examEndings({ room, unstaffable }: Judging, last: SessionOption): Ending[] {
  if (!room.hasExam) return [{ sessions: [], exam: null, penalty: [0, 0, 0, 0, 0] }];
  return examsAfter(room, last).map((exam) => {
    const rested = exam.month > last.month && exam.start - last.end >= room.minDaysBetween;
    const lacking = unstaffable.get(exam) ?? 0;
    return { sessions: [], exam, penalty: [rested ? 0 : 1, lacking, exam.brokenDays, exam.unpreferredDays, 0] };
  });
}

function prepend({ unstaffable, dayOfMonth }: Judging, option: SessionOption, ending: Ending): Ending {
  const [cramped, lacking, broken, unpreferred, drift] = ending.penalty;
  return {
    sessions: [option, ...ending.sessions],
    exam: ending.exam,
    penalty: [
      cramped,
      lacking + (unstaffable.get(option) ?? 0),
      broken + option.brokenDays,
      unpreferred + option.unpreferredDays,
      drift + Math.abs(option.dayOfMonth - dayOfMonth),
    ],
  };
}

/** The first of those with the least penalty. */
function best(endings: readonly Ending[]): Ending | null {
  return endings.reduce<Ending | null>(
    (least, ending) => (least !== null && !isLess(ending.penalty, least.penalty) ? least : ending),
    null,
  );
}

function isLess(a: Penalty, b: Penalty): boolean {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}

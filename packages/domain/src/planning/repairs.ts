import type { Repair, RepairContext, RepairHalfDay, RepairProblem } from "./repair.ts";
import { movesOf, remoteOf, roomsOf, swapsOf, trainersOf } from "./repair-ways.ts";
import { unavailabilityOn, type Resource } from "./resources.ts";

const MOST_REPAIRS = 6;
const MOST_OF: Readonly<Record<Repair["kind"], number>> = { trainer: 3, room: 3, swap: 2, move: 2, remote: 1 };

/** What keeps a half-day from being held as it is planned: an exam needs nobody who teaches, what is remote no room. */
export function problemsOf(halfDay: RepairHalfDay, context: RepairContext): RepairProblem[] {
  const { sessionId, trainerId, roomId, remote, day, slot } = halfDay;
  const isThere = (resources: readonly Resource[], id: string) =>
    resources.some((each) => each.id === id && unavailabilityOn(each.unavailabilities, day, slot) === undefined);
  const problems: RepairProblem[] = [];
  if (trainerId === null && sessionId !== null) problems.push("trainer_missing");
  if (trainerId !== null && !isThere(context.trainers, trainerId)) problems.push("trainer_unavailable");
  if (roomId === null && !remote) problems.push("room_missing");
  if (roomId !== null && !isThere(context.rooms, roomId)) problems.push("room_unavailable");
  return problems;
}

/**
 * The ways to hold a half-day all the same, the cheapest first: none that a hard rule refuses (T1, R3, R5), six at most
 * and not all of one kind. Each settles all that is wrong with it. Deterministic. Empty when nothing is wrong.
 */
export function repairsOf(halfDay: RepairHalfDay, context: RepairContext): Repair[] {
  const problems = problemsOf(halfDay, context);
  if (problems.length === 0 || !halfDay.isPlanned) return [];
  const needsTrainer = problems.some((problem) => problem.startsWith("trainer"));
  const found = [
    ...(needsTrainer ? trainersOf(halfDay, context) : roomsOf(halfDay, context)),
    ...(needsTrainer ? [] : remoteOf(halfDay)),
    ...swapsOf(halfDay, context),
    ...movesOf(halfDay, context),
  ].toSorted((a, b) => a.weight - b.weight);
  const taken = new Map<Repair["kind"], number>();
  const varied = found.filter(({ kind }) => {
    const before = taken.get(kind) ?? 0;
    taken.set(kind, before + 1);
    return before < MOST_OF[kind];
  });
  return varied.slice(0, MOST_REPAIRS);
}

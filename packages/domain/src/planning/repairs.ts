import type { Repair, RepairContext, RepairHalfDay, RepairProblem } from "./repair.ts";
import { movesOf, remoteOf, roomsOf, swapsOf, trainersOf } from "./repair-ways.ts";
import { unavailabilityOn, type Resource } from "./resources.ts";

type Placed = Pick<RepairHalfDay, "sessionId" | "trainerId" | "roomId" | "remote" | "day" | "slot">;

/** Everybody who teaches and every room, as far as when they are not to be had goes. */
interface Present {
  readonly trainers: readonly Pick<Resource, "id" | "unavailabilities">[];
  readonly rooms: readonly Pick<Resource, "id" | "unavailabilities">[];
}

const MOST_REPAIRS = 6;
const MOST_OF: Readonly<Record<Repair["kind"], number>> = { trainer: 3, room: 3, swap: 2, move: 2, remote: 1 };

/** What keeps a half-day from being held as it is planned: an exam needs nobody who teaches, what is remote no room. */
export function problemsOf(halfDay: Placed, { trainers, rooms }: Present): RepairProblem[] {
  const { sessionId, trainerId, roomId, remote, day, slot } = halfDay;
  const isThere = (resources: Present["rooms"], id: string) =>
    resources.some((each) => each.id === id && unavailabilityOn(each.unavailabilities, day, slot) === undefined);
  const problems: RepairProblem[] = [];
  if (trainerId === null && sessionId !== null) problems.push("trainer_missing");
  if (trainerId !== null && !isThere(trainers, trainerId)) problems.push("trainer_unavailable");
  if (roomId === null && !remote) problems.push("room_missing");
  if (roomId !== null && !isThere(rooms, roomId)) problems.push("room_unavailable");
  return problems;
}

/**
 * The ways to hold a half-day all the same, the cheapest first: none that a hard rule refuses (T1, R3, R5), six at most
 * and not all of one kind. Each settles what is not to be had, or what is missing. Deterministic. Empty when nothing is
 * wrong.
 */
export function repairsOf(halfDay: RepairHalfDay, context: RepairContext): Repair[] {
  const problems = problemsOf(halfDay, context);
  if (problems.length === 0 || !halfDay.isPlanned) return [];
  const [asksTrainer, asksRoom] = [problems.some(isOfTrainer), !problems.every(isOfTrainer)];
  // Another time gives nobody to a half-day that has nobody; and one without its trainer needs more than a room.
  const isAway = problems.some((problem) => problem.endsWith("unavailable"));
  const staysAway = problems.includes("trainer_unavailable");
  const found = [
    ...(asksTrainer ? trainersOf(halfDay, context) : []),
    ...(asksRoom && !staysAway ? [...roomsOf(halfDay, context), ...remoteOf(halfDay)] : []),
    ...(isAway ? [...swapsOf(halfDay, context), ...movesOf(halfDay, context)] : []),
  ].toSorted((a, b) => a.weight - b.weight);
  const taken = new Map<Repair["kind"], number>();
  const varied = found.filter(({ kind }) => {
    const before = taken.get(kind) ?? 0;
    taken.set(kind, before + 1);
    return before < MOST_OF[kind];
  });
  return varied.slice(0, MOST_REPAIRS);
}

function isOfTrainer(problem: RepairProblem): boolean {
  return problem.startsWith("trainer");
}

import { civilDayAt, dayNumberOf, isoWeekOf, type CivilDay } from "../time.ts";
import { dayOffTest } from "./edit-half-days.ts";
import { SLOTS, type Slot } from "./plan.ts";
import { isFree, type Repair, type RepairContext, type RepairCost, type RepairHalfDay } from "./repair.ts";
import type { RoomResource, TrainerResource } from "./resources.ts";
import { daysOff, isWorkingDay } from "./working-days.ts";

/** How far from its day a half-day may go, before or after. */
const DAYS_AROUND = 21;

/** What each kind of repair weighs before what it costs: the less is changed for the trainees, the better. */
const WEIGHT = { trainer: 10, room: 10, swap: 20, move: 30, remote: 35 } as const;

interface Place {
  readonly day: CivilDay;
  readonly slot: Slot;
}

/** Somebody else teaches it; in another room too if its own is not to be had, and one is free. */
export function trainersOf(halfDay: RepairHalfDay, context: RepairContext): Repair[] {
  const room = roomAt(halfDay, halfDay, context) ?? undefined;
  return context.trainers
    .filter((trainer) => trainer.id !== halfDay.trainerId && canTeach(trainer, halfDay, context))
    .filter((trainer) => isFree(trainer, halfDay.day, halfDay.slot, context.times))
    .map((trainer) => {
      const costs = [...trainerCosts(trainer, halfDay, context), ...roomCosts(room, halfDay, context)];
      return repair("trainer", halfDay, costs, {
        edits: [{ id: halfDay.id, trainerId: trainer.id, ...roomEdit(room, halfDay) }],
        trainerName: trainer.name,
        roomName: room?.id === halfDay.roomId ? undefined : room?.name,
      });
    });
}

/** Another room; those with seats enough come first by their weight. */
export function roomsOf(halfDay: RepairHalfDay, context: RepairContext): Repair[] {
  return context.rooms
    .filter((room) => room.id !== halfDay.roomId && isFree(room, halfDay.day, halfDay.slot, context.times))
    .map((room) =>
      repair("room", halfDay, roomCosts(room, halfDay, context), {
        edits: [{ id: halfDay.id, roomId: room.id }],
        roomName: room.name,
      }),
    );
}

/** Without any room, at a distance: not for an exam. */
export function remoteOf(halfDay: RepairHalfDay): Repair[] {
  if (halfDay.sessionId === null) return [];
  const edits = [{ id: halfDay.id, remote: true }];
  return [repair("remote", halfDay, [{ code: "at_a_distance", facts: {} }], { edits })];
}

/**
 * It changes places with another half-day of the cohort: each keeps its trainer, and its room where it can. In another
 * session it is what is taught that changes, and who teaches it: each session keeps its days, each place its room.
 */
export function swapsOf(halfDay: RepairHalfDay, context: RepairContext): Repair[] {
  if (halfDay.sessionId === null) return [];
  const isDayOff = dayOffTest(
    context.calendar,
    context.halfDays.map(({ day }) => day),
  );
  if (isDayOff(halfDay.day)) return []; // T1: the written reason is that half-day's own
  return context.halfDays
    .filter((other) => other.id !== halfDay.id && other.sessionId !== null && other.isPlanned)
    .filter(({ day }) => isNear(day, halfDay.day) && day >= context.today && !isDayOff(day))
    .flatMap((other) =>
      other.sessionId === halfDay.sessionId
        ? exchange(halfDay, other, context)
        : exchangeTaught(halfDay, other, context),
    );
}

function exchange(halfDay: RepairHalfDay, other: RepairHalfDay, context: RepairContext): Repair[] {
  const [own, its] = [staffAt(halfDay, other, context), staffAt(other, halfDay, context)];
  if (own === null || its === null) return [];
  const costs: RepairCost[] = [...placeCosts(halfDay, other, context, other.id), ...orderCosts(halfDay, other)];
  const edits = [
    { id: halfDay.id, ...placeOf(other), ...roomEdit(own.room, halfDay) },
    { id: other.id, ...placeOf(halfDay), ...roomEdit(its.room, other) },
  ];
  const swapped = { ...placeOf(other), blockCode: other.blockCode };
  return [repair("swap", placeOf(other), costs, { edits, swapped })];
}

/** Only for want of a trainer: the rooms stay where they are. */
function exchangeTaught(halfDay: RepairHalfDay, other: RepairHalfDay, context: RepairContext): Repair[] {
  const stays = (room: RepairHalfDay, at: Place) => roomAt(room, at, context)?.id === (room.roomId ?? undefined);
  if (!stays(halfDay, halfDay) || !isTrainerFree(halfDay, other, context)) return [];
  if (!stays(other, other) || !isTrainerFree(other, halfDay, context)) return [];
  const [own, its] = [taughtOf(halfDay), taughtOf(other)];
  if (own === null || its === null) return [];
  const days = dayNumberOf(other.day) - dayNumberOf(halfDay.day);
  const costs: RepairCost[] = [{ code: "days_away", facts: { days } }, ...orderCosts(halfDay, other)];
  const edits = [
    { id: halfDay.id, ...its },
    { id: other.id, ...own },
  ];
  const swapped = { ...placeOf(other), blockCode: other.blockCode };
  return [repair("swap", placeOf(other), costs, { edits, swapped })];
}

function taughtOf({ blockCode, competencyCodes, trainerId }: RepairHalfDay) {
  return blockCode === null ? null : { blockCode, competencyCodes, trainerId };
}

/** It goes to a free half of a working day, its trainer with it. */
export function movesOf(halfDay: RepairHalfDay, context: RepairContext): Repair[] {
  if (halfDay.sessionId === null) return [];
  return openPlaces(halfDay, context).flatMap((place) => {
    const staff = staffAt(halfDay, place, context);
    if (staff === null) return [];
    const costs = placeCosts(halfDay, place, context);
    const edits = [{ id: halfDay.id, ...place, ...roomEdit(staff.room, halfDay) }];
    const other = staff.room?.id === halfDay.roomId ? undefined : staff.room?.name;
    return [repair("move", place, costs, { edits, roomName: other })];
  });
}

/** Its own trainer there, and a room: null when either cannot be had. */
function staffAt(halfDay: RepairHalfDay, place: Place, context: RepairContext) {
  if (!isTrainerFree(halfDay, place, context)) return null;
  const room = roomAt(halfDay, place, context);
  return room === null ? null : { room };
}

/** Whether the trainer it has, if any, can be had then. */
function isTrainerFree(
  { trainerId }: RepairHalfDay,
  { day, slot }: Place,
  { trainers, times }: RepairContext,
): boolean {
  if (trainerId === null) return true;
  const trainer = trainers.find(({ id }) => id === trainerId);
  return trainer !== undefined && isFree(trainer, day, slot, times);
}

/** The room to have then: its own if it can be had, else the best free one; undefined where it has none, null for none free. */
function roomAt(halfDay: RepairHalfDay, { day, slot }: Place, context: RepairContext): RoomResource | null | undefined {
  if (halfDay.roomId === null) return undefined;
  const free = context.rooms.filter((room) => isFree(room, day, slot, context.times));
  const own = free.find(({ id }) => id === halfDay.roomId);
  if (own !== undefined) return own;
  const weigh = (room: RoomResource) => weightOf(roomCosts(room, halfDay, context));
  return free.toSorted((a, b) => weigh(a) - weigh(b))[0] ?? null;
}

function roomEdit(room: RoomResource | undefined, { roomId }: RepairHalfDay) {
  return room === undefined || room.id === roomId ? {} : { roomId: room.id };
}

/** Every competency it works on; where it names none, one of its block. */
function canTeach(trainer: TrainerResource, halfDay: RepairHalfDay, { competenciesOf }: RepairContext): boolean {
  const teaches = (code: string) => trainer.competencyCodes.includes(code);
  if (halfDay.competencyCodes.length > 0) return halfDay.competencyCodes.every(teaches);
  return (competenciesOf.get(halfDay.blockCode ?? "") ?? []).some(teaches);
}

/**
 * Free halves of working days around it, inside the edition's dates (R3, T1), the cohort's own places apart; after the
 * session before its own and before the one that follows, or the exam.
 */
function openPlaces(halfDay: RepairHalfDay, { calendar, halfDays, today }: RepairContext): Place[] {
  const center = dayNumberOf(halfDay.day);
  const [first, last] = [civilDayAt(center - DAYS_AROUND), civilDayAt(center + DAYS_AROUND)];
  const off = daysOff(calendar, first, last);
  const taken = new Set(halfDays.map(({ day, slot }) => `${day} ${slot}`));
  const { from, to } = calendar.titleInForce;
  const others = halfDays.filter(({ sessionId }) => sessionId !== halfDay.sessionId).map(({ day }) => day);
  const [before, after] = [others.filter((day) => day < halfDay.day), others.filter((day) => day > halfDay.day)];
  const isBetween = (day: CivilDay) => before.every((each) => each < day) && after.every((each) => day < each);
  const days = Array.from({ length: 2 * DAYS_AROUND + 1 }, (_, index) => center - DAYS_AROUND + index);
  return days
    .filter((day) => isWorkingDay(off, day))
    .map(civilDayAt)
    .filter((day) => today <= day && from <= day && day <= to && isBetween(day))
    .flatMap((day) => SLOTS.map((slot) => ({ day, slot })))
    .filter(({ day, slot }) => !taken.has(`${day} ${slot}`));
}

function isNear(day: CivilDay, other: CivilDay): boolean {
  return Math.abs(dayNumberOf(day) - dayNumberOf(other)) <= DAYS_AROUND;
}

function placeOf({ day, slot }: Place): Place {
  return { day, slot };
}

/** Half-days with other cohorts tire as much. */
function trainerCosts(
  { id, name, busy }: TrainerResource,
  { day }: RepairHalfDay,
  { halfDays }: RepairContext,
): RepairCost[] {
  const own = halfDays.filter(({ trainerId }) => trainerId === id);
  const days = [...own.map((each) => each.day), ...busy.map(({ startsAt }) => startsAt.slice(0, 10))];
  const week = days.filter((each) => isoWeekOf(each) === isoWeekOf(day)).length;
  return [
    ...(own.length === 0 ? [{ code: "new_to_cohort" as const, facts: { name } }] : []),
    ...(week === 0 ? [] : [{ code: "week_load" as const, facts: { name, halfDays: week + 1 } }]),
  ];
}

function roomCosts(
  room: RoomResource | undefined,
  { roomId }: RepairHalfDay,
  { seats, siteName }: RepairContext,
): RepairCost[] {
  if (room === undefined || room.id === roomId) return [];
  const costs: RepairCost[] = [];
  const missing = seats - room.capacity;
  if (missing > 0) costs.push({ code: "too_small", facts: { name: room.name, missing } });
  if (siteName !== null && room.siteName !== siteName) {
    costs.push({ code: "other_site", facts: { siteName: room.siteName } });
  }
  return costs;
}

/** `gone` is the half-day that leaves the place. */
function placeCosts(halfDay: RepairHalfDay, { day }: Place, { halfDays }: RepairContext, gone?: string): RepairCost[] {
  const days = dayNumberOf(day) - dayNumberOf(halfDay.day);
  const isAlone = !halfDays.some((each) => each.day === day && each.id !== halfDay.id && each.id !== gone);
  const costs: RepairCost[] = [];
  if (days !== 0) costs.push({ code: "days_away", facts: { days } });
  if (isoWeekOf(day) !== isoWeekOf(halfDay.day)) costs.push({ code: "other_week", facts: {} });
  if (isAlone) costs.push({ code: "alone_that_day", facts: { day } });
  return costs;
}

function orderCosts({ blockCode }: RepairHalfDay, { blockCode: otherBlockCode }: RepairHalfDay): RepairCost[] {
  if (blockCode === null || otherBlockCode === null || blockCode === otherBlockCode) return [];
  return [{ code: "other_order", facts: { blockCode, otherBlockCode } }];
}

function weightOf(costs: readonly RepairCost[]): number {
  return costs.reduce((sum, cost) => sum + weigh(cost), 0);
}

function weigh(cost: RepairCost): number {
  switch (cost.code) {
    case "days_away":
      return Math.abs(cost.facts.days);
    case "week_load":
      return cost.facts.halfDays;
    case "too_small":
      return 20 + cost.facts.missing;
    case "other_week":
      return 15;
    case "alone_that_day":
      return 10;
    case "other_site":
    case "new_to_cohort":
    case "other_order":
      return 5;
    case "at_a_distance":
      return 0;
  }
}

type Told = Pick<Repair, "edits"> & {
  readonly trainerName?: string | undefined;
  readonly roomName?: string | undefined;
  readonly swapped?: Repair["swapped"];
};

function repair(kind: Repair["kind"], { day, slot }: Place, costs: readonly RepairCost[], told: Told): Repair {
  const { edits, trainerName = null, roomName = null, swapped = null } = told;
  return { kind, edits, costs, day, slot, trainerName, roomName, swapped, weight: WEIGHT[kind] + weightOf(costs) };
}

import type { PlanCalendar, PlannedHalfDay, ProgrammeShape } from "@passerelle/domain/planning/plan";
import {
  dayOffTest,
  editHalfDay,
  faultsOfEdit,
  type HalfDayChange,
  type KeptHalfDay,
} from "@passerelle/domain/planning/edit-half-days";
import type { FaultText } from "../../core/api-error.ts";
import { fromLocalColumn } from "../../core/civil-day.ts";
import type { WantedHalfDay } from "./overlaps.ts";
import { fieldAt, planFaultAt } from "./plan-faults.ts";
import { type HalfDayRow, plannedOf } from "./stored-plan.ts";
import { localTimesOf, type ProgrammeTimes } from "./adopted-rows.ts";

/** What a command makes of a half-day, and where its fields stand in the body. */
export interface HalfDayEdit extends HalfDayChange {
  readonly id: string;
  pointerOf(field: string): string;
}

/** A live half-day as an edit finds it; local times, `YYYY-MM-DDTHH:MM`. */
export interface EditableHalfDay extends KeptHalfDay {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The same as the edit leaves it; one that is new was nothing before. */
export interface EditedHalfDay extends EditableHalfDay {
  readonly before: PlannedHalfDay | null;
  readonly halfDay: Required<PlannedHalfDay>;
  pointerOf(field: string): string;
}

/** What a plan is edited against. */
export interface EditGround {
  readonly shape: Pick<ProgrammeShape, "blocks" | "halfDayMinutes" | "examDaysCountAsTraining">;
  readonly calendar: PlanCalendar;
  readonly programme: ProgrammeTimes;
}

export function editableOf(row: HalfDayRow): EditableHalfDay {
  return {
    id: row.id,
    sessionId: row.sessionId,
    halfDay: plannedOf(row),
    startsAt: fromLocalColumn(row.startsAt),
    endsAt: fromLocalColumn(row.endsAt),
  };
}

/** The half-days as the edits leave them, without those nothing changes of. One that does not move keeps its times. */
export function applyEdits(
  { shape, calendar, programme }: EditGround,
  halfDays: readonly EditableHalfDay[],
  edits: readonly HalfDayEdit[],
  overrideReason: string | null,
): EditedHalfDay[] {
  const byId = new Map(halfDays.map((each) => [each.id, each]));
  const days = edits.flatMap(({ id, day }) => day ?? byId.get(id)?.halfDay.day ?? []);
  const isDayOff = dayOffTest(calendar, days);
  return edits.flatMap(({ id, pointerOf, ...change }): EditedHalfDay[] => {
    const found = byId.get(id);
    if (found === undefined) return [];
    const before = found.halfDay;
    const after = inBlockOrder(shape, editHalfDay(before, change, overrideReason, isDayOff));
    if (isSame(before, after)) return [];
    const isMoved = after.day !== before.day || after.slot !== before.slot;
    const times = isMoved ? localTimesOf(programme, after.day, after.slot) : {};
    return [{ ...found, ...times, before, halfDay: after, pointerOf }];
  });
}

/** Competencies in the programme's order, unknown ones last. */
function inBlockOrder({ blocks }: EditGround["shape"], halfDay: Required<PlannedHalfDay>): Required<PlannedHalfDay> {
  const order = blocks.find(({ code }) => code === halfDay.blockCode)?.competencies ?? [];
  const known = order.filter((code) => halfDay.competencyCodes.includes(code));
  const unknown = halfDay.competencyCodes.filter((code) => !order.includes(code));
  return { ...halfDay, competencyCodes: [...known, ...unknown] };
}

function isSame(before: PlannedHalfDay, after: Required<PlannedHalfDay>): boolean {
  return (
    before.day === after.day &&
    before.slot === after.slot &&
    before.blockCode === after.blockCode &&
    (before.competencyCodes ?? []).join("\n") === after.competencyCodes.join("\n") &&
    (before.trainerId ?? null) === after.trainerId &&
    (before.roomId ?? null) === after.roomId &&
    (before.remote ?? false) === after.remote &&
    (before.overrideReason ?? null) === after.overrideReason
  );
}

/** What the edited half-days run into in their own plan (R3, R5, T1), each at its field. */
export function editFaults(
  { shape, calendar }: Pick<EditGround, "shape" | "calendar">,
  halfDays: readonly KeptHalfDay[],
  edited: readonly EditedHalfDay[],
): FaultText[] {
  const byId = new Map(edited.map((each) => [each.id, each]));
  const isNew = ({ before }: EditedHalfDay) => before === null;
  const after = [...halfDays.map((each) => byId.get(each.id) ?? each), ...edited.filter(isNew)];
  const faults = faultsOfEdit(shape, halfDays, after, new Set(byId.keys()), calendar);
  return faults.map(({ id, fault }) => planFaultAt(byId.get(id)?.pointerOf(fieldAt(fault.code)) ?? "", fault));
}

/** The places that edited half-days want, for their conflicts. */
export function placeWanted(cohortId: string, edited: EditedHalfDay): WantedHalfDay {
  const { id, before, halfDay, startsAt, endsAt, pointerOf } = edited;
  const { day, slot, blockCode, trainerId, roomId } = halfDay;
  return {
    id: before === null ? null : id,
    cohortId,
    startsAt,
    endsAt,
    day,
    slot,
    blockCode,
    trainerId,
    roomId,
    pointerOf,
  };
}

import type { ResponseOf } from "@passerelle/contracts/http";
import type { planEditCheck } from "@passerelle/contracts/plan-edits";
import type { PlanCalendar } from "@passerelle/domain/planning/plan";
import { staffFindings } from "@passerelle/domain/planning/staff-findings";
import { dayNumberOf, weekdayAt } from "@passerelle/domain/time";
import { authorize } from "../../core/ability.ts";
import type { FaultText } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findConflicts } from "./conflicts.queries.ts";
import { type EditCheckFacts, factsOfEdit } from "./edit-check.queries.ts";
import { targetFaults } from "./edit-half-days.ts";
import { type EditBody, editsIn } from "./edit-plan.ts";
import { findingText } from "./finding-texts.ts";
import { draftOf } from "./draft.ts";
import {
  applyEdits,
  type EditableHalfDay,
  type EditedHalfDay,
  editFaults,
  type EditGround,
  type HalfDayEdit,
  placeWanted,
} from "./half-day-edits.ts";
import { presentConflict } from "./overlaps.ts";
import type { PlanRow, PlanRows } from "./plan-rows.ts";
import { whyNoLongerPlanned } from "./plans.policy.ts";
import { isLive } from "./stored-plan.ts";
import { unknownStaff } from "./staff-faults.ts";
import { staffFindingText } from "./staff-finding-texts.ts";

type Check = ResponseOf<typeof planEditCheck>;

/** What an edit would run into, by the very rules that would refuse it; nothing is stored, nobody waits for a lock. */
export async function checkEdit(ctx: Ctx, cohortId: string, body: EditBody): Promise<Check> {
  const facts = await factsOfEdit(ctx, cohortId, body.halfDays);
  authorize(canManageCohort(ctx.actor, facts), whyCancelled);
  const edits = editsIn(body);
  const { rows } = draftOf(facts, facts.changes);
  const live = rows.halfDays.filter(isLive).map((row) => editableIn(facts, row));
  const ground = { shape: shapeOf(facts), calendar: calendarOf(facts), programme: facts };
  const edited = applyEdits(ground, live, edits, body.overrideReason ?? null);
  const faults = [...cannotBeEdited(facts, rows, edits), ...editFaults(ground, live, edited)];
  const wanted = edited.map((each) => placeWanted(cohortId, each));
  const conflicts = edited.length === 0 ? [] : await findConflicts(ctx, wanted, rows.halfDays);
  const warnings = edited.flatMap((each) => warningsOf(ctx, facts, each));
  return {
    verdict: faults.length + conflicts.length > 0 ? "bad" : warnings.length > 0 ? "warn" : "good",
    faults: distinct(
      faults.map(({ code, detail, facts }) => ({ code, facts: { ...facts }, detail: detail[ctx.locale] })),
    ),
    conflicts: conflicts.map((conflict) => presentConflict(ctx, wanted, conflict)),
    warnings: distinct(warnings),
  };
}

function calendarOf(facts: EditCheckFacts): PlanCalendar {
  return {
    titleInForce: { from: facts.titleFrom, to: facts.titleTo },
    closures: facts.closures,
    cohort: { from: facts.cohortFrom, to: facts.cohortTo },
    holidayZone: facts.holidayZone,
  };
}

function shapeOf({ blocks, halfDayMinutes, examDaysCountAsTraining }: EditCheckFacts): EditGround["shape"] {
  const shapes = blocks.map(({ code, minutes, competencies }) => ({
    code,
    minutes,
    competencies: competencies.map((each) => each.code),
  }));
  return { blocks: shapes, halfDayMinutes, examDaysCountAsTraining };
}

/** A drafted half-day as an edit finds it. */
function editableIn({ blocks }: EditCheckFacts, row: PlanRow): EditableHalfDay {
  const { id, sessionId, startsAt, endsAt, day, slot, trainerId, roomId, remote, overrideReason } = row;
  const block = blocks.find((each) => each.id === row.blockId);
  const worked = block?.competencies.filter((each) => row.competencyIds.includes(each.id)) ?? [];
  const taught = { trainerId, roomId, remote, overrideReason, competencyCodes: worked.map(({ code }) => code) };
  return { id, sessionId, startsAt, endsAt, halfDay: { day, slot, blockCode: block?.code ?? null, ...taught } };
}

/** What the edit asks for that does not exist, or may no longer change. */
function cannotBeEdited(
  { trainers, rooms }: EditCheckFacts,
  { halfDays }: PlanRows,
  edits: readonly HalfDayEdit[],
): FaultText[] {
  const states = new Map(halfDays.map(({ id, state }) => [id, state]));
  const closed = edits.filter(({ id }) => (states.get(id) ?? "planned") !== "planned");
  return [
    ...targetFaults(halfDays, edits),
    ...closed.map(({ pointerOf }) => ({
      pointer: pointerOf("id"),
      code: "no_longer_planned",
      detail: whyNoLongerPlanned,
    })),
    ...unknownStaff(edits, new Set([...trainers, ...rooms].map(({ id }) => id))),
  ];
}

/** What is allowed, and will be shown in the proof. */
function warningsOf(ctx: Ctx, facts: EditCheckFacts, { halfDay, before }: EditedHalfDay): Check["warnings"] {
  const { day, trainerId, roomId, blockCode } = halfDay;
  const found = staffFindings(halfDay, {
    trainer: facts.trainers.find(({ id }) => id === trainerId) ?? null,
    room: facts.rooms.find(({ id }) => id === roomId) ?? null,
    seats: facts.capacity,
    blockCompetencies: facts.blocks.find(({ code }) => code === blockCode)?.competencies.map(({ code }) => code) ?? [],
  });
  const dayFindings = [
    ...(weekdayAt(dayNumberOf(day)) > 5 ? [{ code: "weekend_day" as const, facts: { day } }] : []),
    ...(day > facts.titleTo ? [{ code: "after_title" as const, facts: { day, titleEnds: facts.titleTo } }] : []),
    ...(day < facts.cohortFrom || facts.cohortTo < day
      ? [{ code: "outside_cohort" as const, facts: { days: [day], from: facts.cohortFrom, to: facts.cohortTo } }]
      : []),
  ];
  return [
    ...found.map((each) => ({ ...each, facts: { ...each.facts }, detail: staffFindingText(each)[ctx.locale] })),
    ...(day === before?.day ? [] : dayFindings).map((each) => ({ ...each, detail: findingText(each)[ctx.locale] })),
  ];
}

/** Both half-days of a day meet the same holiday: once is enough. */
function distinct(findings: Check["faults"]): Check["faults"] {
  return [...new Map(findings.map((each) => [`${each.code} ${each.detail}`, each])).values()];
}

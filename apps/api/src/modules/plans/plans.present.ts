import type { HalfDay, Plan, PlanProof, Session } from "@passerelle/contracts/plans";
import { checkPlan } from "@passerelle/domain/planning/check-plan";
import { provePlan, type PlanProof as ProvenPlan } from "@passerelle/domain/planning/prove-plan";
import { fromColumn, fromLocalColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { canManageCohort } from "../cohorts/cohorts.policy.ts";
import { trainerName } from "../trainers/trainers.present.ts";
import { onePerDay } from "./plan-faults.ts";
import { findingText } from "./finding-texts.ts";
import { planFaultText } from "./plan-fault-texts.ts";
import { toldDraft } from "./plan-changes.ts";
import { latestVersion } from "./versions.queries.ts";
import { resourceFindingsOf } from "./plan-staff.ts";
import { canChangeHalfDay, canMoveSession } from "./plans.policy.ts";
import {
  type HalfDayRow,
  isLive,
  planOf,
  type PlanProgrammeRow,
  type StoredPlan,
  type StoredSession,
} from "./stored-plan.ts";

/** The whole plan with its proof and what the caller may do. */
export async function presentPlan(ctx: Ctx, stored: StoredPlan): Promise<Plan> {
  const { cohort } = stored;
  const mayChange = canManageCohort(ctx.actor, cohort).allowed;
  const told = stored.draft === null ? null : await toldDraft(ctx, cohort.id, stored.draft);
  return {
    cohortId: cohort.id,
    planVersion: cohort.version,
    published: await latestVersion(ctx, cohort.id),
    draft: told && { changes: told.changes },
    sessions: stored.sessions.map((session) => presentSession(ctx, stored, session)),
    examHalfDays: stored.examHalfDays.map((row) => presentHalfDay(ctx, stored, row)),
    proof: mayChange ? await presentWholeProof(ctx, stored) : proofOf(ctx, stored),
    gapReason: stored.rows.gapReason,
    history: { undo: told?.undo ?? null, redo: told?.redo ?? null },
    can: { adopt: canManageCohort(ctx.actor, cohort) },
  };
}

/** The proof of what is stored; days closed since, or an edition cut short, are found too (they stop no plan adopted). */
function proofOf(ctx: Ctx, { programme, shape, calendar, ...stored }: StoredPlan): PlanProof {
  const plan = planOf(stored);
  const proof = presentProof(ctx, programme, provePlan(shape, plan, calendar));
  const faults = onePerDay(checkPlan(shape, plan, calendar));
  const found = faults.map((fault) => ({
    code: fault.code,
    facts: fault.facts,
    detail: planFaultText(fault)[ctx.locale],
  }));
  return { ...proof, findings: [...found, ...proof.findings] };
}

/** The same with what it finds of trainers, rooms and competencies: for those who can do something about it (G1). */
export async function presentWholeProof(ctx: Ctx, stored: StoredPlan): Promise<PlanProof> {
  const proof = proofOf(ctx, stored);
  return { ...proof, findings: [...proof.findings, ...(await resourceFindingsOf(ctx, stored))] };
}

/** What a half-day is shown with. */
interface PlanOwner {
  readonly cohort: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly cancelledReason: string | null;
  };
  readonly programme: { readonly halfDayMinutes: number };
}

export function presentSession(ctx: Ctx, stored: PlanOwner, session: StoredSession): Session {
  const live = session.halfDays.filter(isLive);
  return {
    id: session.id,
    cohortId: stored.cohort.id,
    number: session.number,
    days: [...new Set(live.map((row) => fromColumn(row.day)))],
    halfDays: session.halfDays.map((row) => presentHalfDay(ctx, stored, row)),
    planVersion: stored.cohort.version,
    can: { move: canMoveSession(ctx.actor, stored.cohort, session.halfDays) },
  };
}

export function presentHalfDay(ctx: Ctx, { cohort, programme }: PlanOwner, row: HalfDayRow): HalfDay {
  const change = canChangeHalfDay(ctx.actor, cohort, row);
  return {
    id: row.id,
    cohortId: row.cohortId,
    cohortName: cohort.name,
    sessionId: row.sessionId,
    kind: row.kind,
    day: fromColumn(row.day),
    slot: row.slot,
    startsAt: fromLocalColumn(row.startsAt),
    endsAt: fromLocalColumn(row.endsAt),
    minutes: programme.halfDayMinutes,
    blockCode: row.block?.code ?? null,
    competencies: row.competencies.map(({ competency }) => competency),
    trainer:
      row.trainerId === null || row.trainer === null ? null : { id: row.trainerId, name: trainerName(row.trainer) },
    room:
      row.roomId === null || row.room === null
        ? null
        : { id: row.roomId, name: row.room.name, siteName: row.room.site.name },
    remote: row.remote,
    overrideReason: row.overrideReason,
    replacesId: row.replacesId,
    state: row.state,
    cancelledReason: row.cancelledReason,
    planVersion: cohort.version,
    can: { move: change, cancel: change },
  };
}

/** A proof in the words of the programme: block titles, what was expected, findings as sentences. */
export function presentProof(ctx: Ctx, programme: PlanProgrammeRow, proof: ProvenPlan): PlanProof {
  const titles = new Map(programme.blocks.map(({ block }) => [block.code, block]));
  return {
    exact: proof.exact,
    dueMinutes: proof.dueMinutes,
    plannedMinutes: proof.plannedMinutes,
    differenceMinutes: proof.differenceMinutes,
    blocks: proof.blocks.map((block) => ({
      ...block,
      title: titles.get(block.code)?.title ?? block.code,
      shortTitle: titles.get(block.code)?.shortTitle ?? block.code,
      competencies: block.competencies.map((competency) => ({
        ...competency,
        title: titles.get(block.code)?.competencies.find(({ code }) => code === competency.code)?.title ?? "",
      })),
    })),
    counts: proof.counts,
    expected: proof.expected,
    findings: proof.findings.map((finding) => ({ ...finding, detail: findingText(finding)[ctx.locale] })),
  };
}

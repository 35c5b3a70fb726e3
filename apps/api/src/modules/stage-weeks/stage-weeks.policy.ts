import type { Ability } from "@passerelle/contracts/common";
import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import type { PlacementNeed } from "@passerelle/domain/path/enrolment-state";
import { legalWeekMoves, type StageWeekMove, type StageWeekState } from "@passerelle/domain/placement/stage-week-state";
import type { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole } from "../../core/actor.ts";
import { canLogStage, isAnothers, isOwn, visibleEnrolments } from "../enrolments/enrolments.policy.ts";

/** The weeks of the enrolments one sees, drafts too, so that whoever validates can help (G1). */
export function visibleWeeks(actor: Actor): Prisma.StageWeekWhereInput {
  return { enrolment: visibleEnrolments(actor) };
}

interface WeekFacts {
  readonly state: StageWeekState;
  readonly enrolment: {
    readonly state: EnrolmentState;
    readonly placement: PlacementNeed;
    readonly person: { readonly user: { readonly id: string } | null };
  };
}

/** Writing the days of a week: by its trainee (or a key), while in training, and only a draft. */
export function canLogWeek(actor: Actor, { state, enrolment }: WeekFacts): Ability {
  const ability = canLogStage(actor, enrolment);
  return ability.allowed && state !== "draft" ? denied("illegal_move") : ability;
}

/** Submitting: by its trainee (or a key), whatever became of the enrolment since; the hours are facts of the past. */
export function canSubmitWeek(actor: Actor, week: WeekFacts): Ability {
  if (!hasRole(actor, "trainee") || isAnothers(actor, week.enrolment)) return denied("not_allowed");
  return ifLegal(week.state, "submit");
}

/** Validating or returning: by a referent, but never their own hours, whatever became of the enrolment since (P4). */
export function canDecideWeek(actor: Actor, week: WeekFacts, move: "validate" | "return"): Ability {
  if (!hasRole(actor, "referent") || isOwn(actor, week.enrolment)) return denied("not_allowed");
  return ifLegal(week.state, move);
}

function ifLegal(state: StageWeekState, move: StageWeekMove): Ability {
  return legalWeekMoves(state).includes(move) ? allowed : denied("illegal_move");
}

import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { sessionMove } from "@passerelle/contracts/sessions";
import { type MoveFault, moveSession as move } from "@passerelle/domain/planning/move-days";
import { daysOf } from "@passerelle/domain/planning/plan";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { editHalfDays } from "./edit-half-days.ts";
import type { HalfDayEdit } from "./half-day-edits.ts";
import { overrideTold } from "./move-half-day.ts";
import { moveFaultText } from "./plan-fault-texts.ts";
import { refuse } from "./plan-faults.ts";
import { sessionToChange } from "./plans.policy.ts";
import { findDraftedSession } from "./drafted.queries.ts";
import { isLive, planOf } from "./stored-plan.ts";

/** Moves a session to as many other days, slots and blocks kept; the answer is the plan with its proof. */
export function moveSession(
  ctx: Ctx,
  sessionId: string,
  { days, overrideReason }: InputOf<typeof sessionMove>["body"],
  ifMatch: IfMatch,
): Promise<Plan> {
  return changePlan(
    ctx,
    () => findDraftedSession(ctx, sessionId),
    ifMatch,
    async (ctx, stored) => {
      const session = sessionToChange(ctx.actor, stored, sessionId);
      const index = stored.sessions.indexOf(session);
      const before = planOf(stored);
      const moved = move(before, index, days);
      if (moved.outcome === "refused") return refuseMove(moved.fault);
      const [from, to] = [before, moved.plan].map(({ sessions }) => daysOf(sessions[index]?.halfDays ?? []));
      const edits = session.halfDays.filter(isLive).map((row): HalfDayEdit => {
        const day = to?.[from?.indexOf(fromColumn(row.day)) ?? -1] ?? "";
        return { id: row.id, day, pointerOf: () => `/days/${days.indexOf(day)}` };
      });
      const { edited, rows } = await editHalfDays(ctx, stored, edits, overrideReason);
      if (edited.length === 0) return null;
      const told = { days: to, ...overrideTold(edited) };
      return { rows, event: { type: "session.moved", entityId: sessionId, from: { days: from }, to: told } };
    },
  );
}

function refuseMove(fault: MoveFault): null {
  refuse([{ pointer: "/days", code: fault.code, detail: moveFaultText(fault), facts: fault.facts }]);
  return null;
}

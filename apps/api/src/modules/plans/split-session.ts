import { randomUUIDv7 } from "node:crypto";
import type { Plan } from "@passerelle/contracts/plans";
import type { FaultText } from "../../core/api-error.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { text } from "../../core/wording.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { refuse } from "./plan-faults.ts";
import { moveFaultText } from "./plan-fault-texts.ts";
import { sessionToChange } from "./plans.policy.ts";
import { findDraftedSession } from "./drafted.queries.ts";
import { isLive } from "./stored-plan.ts";

/** Makes some of a session's days a session of their own; what is cancelled on one of them goes with its day. */
export function splitSession(ctx: Ctx, sessionId: string, days: readonly string[], ifMatch: IfMatch): Promise<Plan> {
  return changePlan(
    ctx,
    () => findDraftedSession(ctx, sessionId),
    ifMatch,
    async (ctx, stored) => {
      const { halfDays } = sessionToChange(ctx.actor, stored, sessionId);
      const from = [...new Set(halfDays.filter(isLive).map(({ day }) => fromColumn(day)))];
      refuse(splitFaults(from, days));
      const apart = randomUUIDv7();
      const parted = stored.rows.halfDays.map((row) =>
        row.sessionId === sessionId && days.includes(row.day) ? { ...row, sessionId: apart } : row,
      );
      const to = { days: days.toSorted(), sessionId: apart };
      return {
        rows: { ...stored.rows, halfDays: parted },
        event: { type: "session.split", entityId: sessionId, from: { days: from }, to },
      };
    },
  );
}

/** Days that are not the session's, or twice; and all of them, which would leave nothing. */
function splitFaults(own: readonly string[], days: readonly string[]): FaultText[] {
  const faults = days.flatMap((day, index): FaultText[] => {
    const pointer = `/days/${index}`;
    if (days.indexOf(day) < index) {
      const fault = { code: "same_day_twice", facts: { day } } as const;
      return [{ pointer, ...fault, detail: moveFaultText(fault) }];
    }
    return own.includes(day)
      ? []
      : [{ pointer, code: "day_not_in_session", detail: notInSession(day), facts: { day } }];
  });
  const leavesNone = own.every((day) => days.includes(day));
  return leavesNone ? [...faults, { pointer: "/days", code: "nothing_left", detail: nothingLeft }] : faults;
}

function notInSession(civilDay: string) {
  return text(({ day }) => ({
    fr: `${day(civilDay)} n’est pas un jour de cette session.`,
    en: `${day(civilDay)} is not a day of this session.`,
  }));
}

const nothingLeft = {
  fr: "Ce sont tous les jours de la session : laissez-lui-en au moins un.",
  en: "These are all the days of the session: leave it at least one.",
};

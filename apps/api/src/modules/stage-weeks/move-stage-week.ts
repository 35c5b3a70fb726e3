import type { Ability } from "@passerelle/contracts/common";
import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import type { StageWeekMove, StageWeekState } from "@passerelle/domain/placement/stage-week-state";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { presentStageWeek } from "./stage-weeks.present.ts";
import { findStageWeek, lockStageWeek, type StageWeekRow } from "./stage-weeks.queries.ts";
import { cannotMove, refuseOthers } from "./week-faults.ts";

const happened = { submit: "submitted", validate: "validated", return: "returned" } as const;

/** One move of a week, as its command makes it. */
interface Move {
  readonly move: StageWeekMove;
  readonly ability: (row: StageWeekRow) => Ability;
  /** Whether If-Match must come with it. */
  readonly need: "accepted" | "required";
  readonly check?: (row: StageWeekRow) => void;
  readonly to: StageWeekState;
  /** The columns that go with the state. */
  readonly data: Prisma.StageWeekUpdateInput;
  readonly reason?: string;
  /** What goes with the move, in its transaction. */
  readonly afterwards?: (ctx: Ctx, row: StageWeekRow) => Promise<void>;
}

/**
 * The way of every move of a week: find it and lock its enrolment (404), authorize (403), compare the version (428,
 * 412), look at its state (409) and the rule (422), write, tell the event, answer the week.
 */
export function moveStageWeek(ctx: Ctx, stageWeekId: string, ifMatch: IfMatch, how: (ctx: Ctx) => Move) {
  return transaction(ctx, async (ctx): Promise<StageWeek> => {
    const { move, ability, need, check, to, data, reason, afterwards } = how(ctx);
    const row = await lockStageWeek(ctx, stageWeekId);
    const may = ability(row);
    refuseOthers(may);
    await checkVersion(ifMatch, need, row.version, () => presentStageWeek(ctx.actor, row));
    if (!may.allowed) throw cannotMove(row.state, move);
    check?.(row);
    await ctx.db.stageWeek.update({ where: { id: row.id }, data: { ...data, state: to, version: { increment: 1 } } });
    await append(ctx, {
      type: `stage-week.${happened[move]}`,
      entityId: row.id,
      from: { state: row.state },
      to: { state: to, ...(reason !== undefined && { reason }) },
    });
    await afterwards?.(ctx, row);
    return presentStageWeek(ctx.actor, await findStageWeek(ctx, row.id));
  });
}

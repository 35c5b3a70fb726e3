import type { InputOf } from "@passerelle/contracts/http";
import { planEdit, sessionSplit } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Plan, Session, Slot } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { useFormat } from "../../../format/use-format.ts";
import { halfDayMoveEdits, mergeEdits, NOTHING_MORE, reasonPart, sessionMoveEdits, type MoveExtras } from "./edits.ts";
import type { PlanEdit } from "./use-edit-check.ts";
import { useKeptPlan } from "./use-kept-plan.ts";

type Cancellation = InputOf<typeof halfDayCancel>["body"];

/** Every change of an adopted plan; each rejects with an `ApiError` that says why not, but undoing, which tells it. */
export function usePlanChanges(plan: Pick<Plan, "cohortId" | "planVersion">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { made, tell, undo, redo, travelling } = useKeptPlan(plan);
  const { cohortId } = plan;
  const sessionMoves = useSend(sessionMove);
  const halfDayMoves = useSend(halfDayMove);
  const edits = useSend(planEdit);
  const cancellations = useSend(halfDayCancel);
  const splits = useSend(sessionSplit);
  const make = (body: PlanEdit, version: number) => edits.send({ params: { cohortId }, body }, version);

  async function moveSession(session: Session, days: readonly string[], extras = NOTHING_MORE): Promise<void> {
    const { id, planVersion } = session;
    const reason = reasonPart(extras);
    const halfDays = mergeEdits(sessionMoveEdits(session, days), extras.staff);
    const changed = await made(
      cohortId,
      extras.staff.length === 0
        ? sessionMoves.send({ params: { sessionId: id }, body: { days: [...days], ...reason } }, planVersion)
        : make({ halfDays, ...reason }, planVersion),
    );
    const number = changed.sessions.find((each) => each.id === id)?.number ?? session.number;
    const sorted = days.toSorted();
    tell(t("move.sessionDone", { number, when: format.period(sorted[0] ?? "", sorted.at(-1) ?? "") }), changed);
  }

  async function moveHalfDay(halfDay: HalfDay, day: string, slot: Slot, extras: MoveExtras = NOTHING_MORE) {
    const { id, planVersion } = halfDay;
    const reason = reasonPart(extras);
    const halfDays = mergeEdits(halfDayMoveEdits(halfDay, day, slot), extras.staff);
    const changed = await made(
      cohortId,
      extras.staff.length === 0
        ? halfDayMoves.send({ params: { halfDayId: id }, body: { day, slot, ...reason } }, planVersion)
        : make({ halfDays, ...reason }, planVersion),
    );
    tell(t("move.halfDayDone", { when: format.day(day), slot: t(`slot.${slot}`) }), changed);
  }

  async function cancelHalfDay(halfDay: HalfDay, body: Cancellation): Promise<void> {
    const { id, planVersion } = halfDay;
    const changed = await made(cohortId, cancellations.send({ params: { halfDayId: id }, body }, planVersion));
    tell(t(body.replacement === undefined ? "cancelHalfDay.done" : "cancelHalfDay.doneReplaced"), changed);
  }

  async function splitSession(session: Session, days: readonly string[]): Promise<void> {
    const body = { days: [...days] };
    const { id, planVersion } = session;
    const changed = await made(cohortId, splits.send({ params: { sessionId: id }, body }, planVersion));
    tell(t("split.done", { number: session.number }), changed);
  }

  return {
    undo,
    redo,
    travelling,
    /** Any edit at once; `message` says what it did. */
    edit: async (body: PlanEdit, message: string) => tell(message, await made(cohortId, make(body, plan.planVersion))),
    moveSession,
    moveHalfDay,
    cancelHalfDay,
    splitSession,
  };
}

export type PlanChanges = ReturnType<typeof usePlanChanges>;

import { cohortList, cohortRead } from "@passerelle/contracts/cohorts";
import { type HalfDay, type Plan, type Session, type Slot } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { tellDone, tellFailure, tellUndoable } from "../../../components/notices.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { planQuery } from "../queries.ts";

/** Moves and cancellations of an adopted plan; each rejects with an `ApiError` that says why not. */
export function usePlanChanges(cohortId: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const sessionMoves = useSend(sessionMove);
  const halfDayMoves = useSend(halfDayMove);
  const cancellations = useSend(halfDayCancel);

  function keep(plan: Plan): Plan {
    client.setQueryData(planQuery(cohortId).queryKey, plan);
    // The version is the cohort's too, and its line in the list counts the same hours.
    for (const { operationId } of [cohortRead, cohortList]) void client.invalidateQueries({ queryKey: [operationId] });
    return plan;
  }

  async function moveSession(session: Session, days: readonly string[]): Promise<void> {
    const plan = keep(
      await sessionMoves.send({ params: { sessionId: session.id }, body: { days: [...days] } }, session.planVersion),
    );
    const moved = plan.sessions.find(({ id }) => id === session.id);
    const when = format.period(days[0] ?? "", days.at(-1) ?? "");
    tellUndoable(t("move.sessionDone", { number: moved?.number ?? session.number, when }), () => {
      if (moved !== undefined) void undo(() => sendBack(moved, session.days));
    });
  }

  async function sendBack(session: Session, days: readonly string[]): Promise<void> {
    const version = client.getQueryData(planQuery(cohortId).queryKey)?.planVersion ?? session.planVersion;
    keep(await sessionMoves.send({ params: { sessionId: session.id }, body: { days: [...days] } }, version));
  }

  async function moveHalfDay(halfDay: HalfDay, day: string, slot: Slot): Promise<void> {
    const params = { halfDayId: halfDay.id };
    const plan = keep(await halfDayMoves.send({ params, body: { day, slot } }, halfDay.planVersion));
    tellUndoable(t("move.halfDayDone", { when: format.day(day), slot: t(`slot.${slot}`) }), () => {
      void undo(async () => {
        const version = client.getQueryData(planQuery(cohortId).queryKey)?.planVersion ?? plan.planVersion;
        keep(await halfDayMoves.send({ params, body: { day: halfDay.day, slot: halfDay.slot } }, version));
      });
    });
  }

  async function cancelHalfDay(halfDay: HalfDay, reason: string): Promise<void> {
    keep(await cancellations.send({ params: { halfDayId: halfDay.id }, body: { reason } }, halfDay.planVersion));
    tellDone(t("cancelHalfDay.done"));
  }

  async function undo(back: () => Promise<void>): Promise<void> {
    try {
      await back();
      tellDone(t("move.undone"));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      tellFailure(t("move.undoFailed"), error.problem?.detail ?? t("error.networkText"));
    }
  }

  return { moveSession, moveHalfDay, cancelHalfDay };
}

import type { Plan, Slot } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ReasonForm } from "../../../components/ReasonForm.tsx";
import { useFormat } from "../../../format/use-format.ts";
import type { CalendarPlan } from "./calendar.ts";
import { halfDaysOf } from "./plan-view.ts";
import { MoveHalfDayForm } from "./MoveHalfDayForm.tsx";
import { MoveSessionForm } from "./MoveSessionForm.tsx";
import type { Limits } from "./move-target.ts";
import type { usePlanChanges } from "./use-plan-changes.ts";

/** What is being changed, by its identifier: the plan may be read again while the form is open. */
export type Change =
  | {
      readonly kind: "session";
      readonly id: string;
      readonly tried?: { readonly days: readonly string[]; readonly problem: ApiError };
    }
  | {
      readonly kind: "halfDay";
      readonly id: string;
      readonly tried?: { readonly day: string; readonly slot: Slot; readonly problem: ApiError };
    }
  | { readonly kind: "cancel"; readonly id: string };

interface ChangeDialogsProps {
  readonly change: Change | null;
  readonly view: CalendarPlan;
  readonly limits: Limits;
  readonly changes: ReturnType<typeof usePlanChanges>;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** The forms that change an adopted plan, one at a time. */
export function ChangeDialogs({ change, view, limits, changes, plan, onClose }: ChangeDialogsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (change === null) return null;
  if (change.kind === "session") {
    const session = plan.sessions.find(({ id }) => id === change.id);
    if (session === undefined) return null;
    return (
      <Dialog opened onClose={onClose} title={t("move.session", { number: session.number })}>
        <MoveSessionForm
          session={session}
          limits={limits}
          others={view.groups.filter(({ key }) => key !== session.id)}
          tried={change.tried}
          move={(days) => changes.moveSession(session, days)}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  const halfDay = halfDaysOf(plan).find(({ id }) => id === change.id);
  if (halfDay === undefined) return null;
  const when = `${format.day(halfDay.day, "weekday")}, ${t(`slot.${halfDay.slot}`)}`;
  if (change.kind === "halfDay") {
    return (
      <Dialog opened onClose={onClose} title={t("move.halfDayOf", { when })}>
        <MoveHalfDayForm
          halfDay={halfDay}
          limits={limits}
          groups={view.groups}
          tried={change.tried}
          move={(day, slot) => changes.moveHalfDay(halfDay, day, slot)}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  const counts = plan.proof.blocks.some(({ code }) => code === halfDay.blockCode);
  return (
    <Dialog opened onClose={onClose} title={t("cancelHalfDay.title", { when })}>
      <ReasonForm
        consequence={
          counts
            ? t("cancelHalfDay.consequence", { hours: format.hours(halfDay.minutes), code: halfDay.blockCode })
            : t("cancelHalfDay.consequenceExam")
        }
        submitLabel={t("cancelHalfDay.submit")}
        confirm={(reason) => changes.cancelHalfDay(halfDay, reason)}
        onClose={onClose}
      />
    </Dialog>
  );
}

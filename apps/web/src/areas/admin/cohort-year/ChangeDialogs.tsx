import type { HalfDay, PlanProof, Session, Slot } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ReasonForm } from "../../../components/ReasonForm.tsx";
import { useFormat } from "../../../format/use-format.ts";
import type { CalendarPlan } from "./calendar.ts";
import { MoveHalfDayForm } from "./MoveHalfDayForm.tsx";
import { MoveSessionForm } from "./MoveSessionForm.tsx";
import type { Limits } from "./move-target.ts";
import type { usePlanChanges } from "./use-plan-changes.ts";

export type Change =
  | {
      readonly kind: "session";
      readonly session: Session;
      readonly tried: { readonly days: readonly string[]; readonly problem: ApiError } | undefined;
    }
  | {
      readonly kind: "halfDay";
      readonly halfDay: HalfDay;
      readonly tried: { readonly day: string; readonly slot: Slot; readonly problem: ApiError } | undefined;
    }
  | { readonly kind: "cancel"; readonly halfDay: HalfDay };

interface ChangeDialogsProps {
  readonly change: Change | null;
  readonly view: CalendarPlan;
  readonly limits: Limits;
  readonly changes: ReturnType<typeof usePlanChanges>;
  readonly proof: PlanProof;
  readonly onClose: () => void;
}

/** The forms that change an adopted plan, one at a time. */
export function ChangeDialogs({ change, view, limits, changes, proof, onClose }: ChangeDialogsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (change === null) return null;
  if (change.kind === "session") {
    const { session, tried } = change;
    return (
      <Dialog opened onClose={onClose} title={t("move.session", { number: session.number })}>
        <MoveSessionForm
          session={session}
          limits={limits}
          others={view.groups.filter(({ key }) => key !== session.id)}
          tried={tried}
          move={(days) => changes.moveSession(session, days)}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  const { halfDay } = change;
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
  const counts = proof.blocks.some(({ code }) => code === halfDay.blockCode);
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

import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog.tsx";
import { useFormat } from "../../../format/use-format.ts";
import type { CalendarPlan } from "./calendar.ts";
import { CancelHalfDayForm } from "./CancelHalfDayForm.tsx";
import type { Change } from "./change.ts";
import { ContentForm } from "./ContentForm.tsx";
import { halfDaysOf } from "./plan-view.ts";
import { MoveHalfDayForm } from "./MoveHalfDayForm.tsx";
import { MoveSessionForm } from "./MoveSessionForm.tsx";
import type { Limits } from "./move-target.ts";
import { SplitForm } from "./SplitForm.tsx";
import { StaffForm } from "./StaffForm.tsx";
import { SwapForm } from "./SwapForm.tsx";
import type { PlanEdit } from "./use-edit-check.ts";
import type { PlanChanges } from "./use-plan-changes.ts";

interface ChangeDialogsProps {
  readonly change: Change | null;
  readonly cohort: Cohort;
  readonly view: CalendarPlan;
  readonly limits: Limits;
  readonly changes: PlanChanges;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** The forms that change an adopted plan, one at a time. */
export function ChangeDialogs({ change, ...props }: ChangeDialogsProps) {
  if (change === null) return null;
  switch (change.kind) {
    case "session":
    case "split":
      return <SessionDialog change={change} {...props} />;
    case "trainer":
    case "room":
      return <StaffDialog change={change} {...props} />;
    default:
      return <HalfDayDialog change={change} {...props} />;
  }
}

type Kind<K extends Change["kind"]> = Omit<ChangeDialogsProps, "change"> & {
  readonly change: Extract<Change, { kind: K }>;
};

function SessionDialog({ change, cohort, plan, view, limits, changes, onClose }: Kind<"session" | "split">) {
  const { t } = useTranslation();
  const session = plan.sessions.find(({ id }) => id === change.id);
  if (session === undefined) return null;
  if (change.kind === "split") {
    return (
      <Dialog opened onClose={onClose} title={t("split.title", { number: session.number })}>
        <SplitForm session={session} split={(days) => changes.splitSession(session, days)} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog opened onClose={onClose} title={t("move.session", { number: session.number })}>
      <MoveSessionForm
        cohort={cohort}
        plan={plan}
        session={session}
        limits={limits}
        others={view.groups.filter(({ key }) => key !== session.id)}
        tried={change.tried}
        move={(days, extras) => changes.moveSession(session, days, extras)}
        onClose={onClose}
      />
    </Dialog>
  );
}

function StaffDialog({ change, cohort, plan, changes, onClose }: Kind<"trainer" | "room">) {
  const { t } = useTranslation();
  const when = useWhen();
  const halfDays = halfDaysOf(plan).filter(({ id }) => change.ids.includes(id));
  const [first] = halfDays;
  if (first === undefined) return null;
  const what = halfDays.length === 1 ? when(first) : t("coverage.halfDays", { count: halfDays.length });
  return (
    <Dialog opened onClose={onClose} title={t(`staff.title.${change.kind}`, { what })}>
      <StaffForm
        kind={change.kind}
        cohort={cohort}
        plan={plan}
        halfDays={halfDays}
        send={(edit) => changes.edit(edit, t(`staff.done.${change.kind}`))}
        onClose={onClose}
      />
    </Dialog>
  );
}

function HalfDayDialog({ change, plan, ...props }: Kind<"halfDay" | "swap" | "content" | "cancel">) {
  const { t } = useTranslation();
  const when = useWhen();
  const halfDay = halfDaysOf(plan).find(({ id }) => id === change.id);
  if (halfDay === undefined) return null;
  return (
    <Dialog opened onClose={props.onClose} title={t(`change.${change.kind}`, { when: when(halfDay) })}>
      {halfDayForm({ change, plan, ...props }, halfDay, (message) => (edit) => props.changes.edit(edit, t(message)))}
    </Dialog>
  );
}

function halfDayForm(
  { change, cohort, plan, view, limits, changes, onClose }: Kind<"halfDay" | "swap" | "content" | "cancel">,
  halfDay: HalfDay,
  sendTelling: (message: "swap.done" | "content.done") => (edit: PlanEdit) => Promise<void>,
): ReactNode {
  switch (change.kind) {
    case "halfDay":
      return (
        <MoveHalfDayForm
          cohort={cohort}
          plan={plan}
          halfDay={halfDay}
          limits={limits}
          groups={view.groups}
          tried={change.tried}
          move={(day, slot, extras) => changes.moveHalfDay(halfDay, day, slot, extras)}
          onClose={onClose}
        />
      );
    case "swap":
      return (
        <SwapForm
          cohort={cohort}
          plan={plan}
          halfDay={halfDay}
          withId={change.withId}
          send={sendTelling("swap.done")}
          onClose={onClose}
        />
      );
    case "content":
      return <ContentForm plan={plan} halfDay={halfDay} send={sendTelling("content.done")} onClose={onClose} />;
    case "cancel":
      return (
        <CancelHalfDayForm
          cohort={cohort}
          halfDay={halfDay}
          limits={limits}
          counts={plan.proof.blocks.some(({ code }) => code === halfDay.blockCode)}
          cancel={(body) => changes.cancelHalfDay(halfDay, body)}
          onClose={onClose}
        />
      );
  }
}

function useWhen(): (halfDay: HalfDay) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ day, slot }) => `${format.day(day, "weekday")}, ${t(`slot.${slot}`)}`;
}

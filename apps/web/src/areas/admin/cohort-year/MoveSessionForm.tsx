import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan, Session } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { DayField } from "../../../components/DayField.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { CalendarGroup } from "./calendar.ts";
import { DayOffReason } from "./DayOffReason.tsx";
import { mergeEdits, reasonPart, sessionMoveEdits, type MoveExtras } from "./edits.ts";
import { followingWorkingDays, isDayOff, objectionsTo, type Limits } from "./move-target.ts";
import { MoveAdvice } from "./MoveAdvice.tsx";
import { useObjectionText } from "./use-objection-text.ts";

interface MoveSessionFormProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly session: Session;
  readonly limits: Limits;
  readonly others: readonly CalendarGroup[];
  /** Days already tried, and why they were refused. */
  readonly tried?: { readonly days: readonly string[]; readonly problem: ApiError } | undefined;
  readonly move: (days: readonly string[], extras: MoveExtras) => Promise<void>;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown>, MoveExtras {
  readonly days: string[];
}

/** The new days of a session, one by one; the first chosen fills in the working days after it. */
export function MoveSessionForm({ session, limits, others, tried, move, onClose, ...context }: MoveSessionFormProps) {
  const { t } = useTranslation();
  const objectionText = useObjectionText();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState(tried?.problem ?? null);
  const form = useForm<Values>({
    initialValues: { days: [...(tried?.days ?? session.days)], overrideReason: "", staff: [] },
    validate: { days: (days) => (days.every((day) => day !== "") ? null : t("move.everyDay")) },
    onValuesChange: () => {
      setRefusal(null);
      forget();
      form.clearErrors();
    },
  });
  const { submit, sendValues, problem, forget } = useApiForm(form, async ({ days, overrideReason, staff }) => {
    setPending(true);
    try {
      await move(days, { overrideReason, staff });
      onClose();
    } finally {
      setPending(false);
    }
  });
  const { days, staff } = form.values;
  const objections = objectionsTo(
    days.filter((day) => day !== ""),
    limits,
    (day) => others.find(({ halfDays }) => halfDays.some((half) => half.day === day)),
  );
  // A day is known by its place among the others, even when it changes.
  const fields = days.map((day, index) => ({ day, index }));
  const change = (index: number, day: string) => {
    const next = index === 0 && day !== "" ? followingWorkingDays(day, days.length, limits) : days.with(index, day);
    form.setFieldValue("days", next);
    form.clearErrors();
  };
  return (
    <FormColumn onSubmit={submit} label={t("move.session", { number: session.number })}>
      <p>{t("move.sessionHelp", { count: days.length })}</p>
      <MoveAdvice
        {...context}
        edit={
          isMoveOf(session, days)
            ? { halfDays: mergeEdits(sessionMoveEdits(session, days), staff), ...reasonPart(form.values) }
            : null
        }
        problem={problem ?? refusal}
        choose={(more, isClear) => {
          const values = { ...form.values, staff: mergeEdits(staff, more) };
          form.setValues(values);
          if (isClear) sendValues(values);
        }}
      />
      {fields.map(({ day, index }) => {
        const objection = objections.find((candidate) => candidate.day === day);
        return (
          <DayField
            key={index}
            label={t("move.day", { number: index + 1 })}
            value={day}
            onChange={(event) => change(index, event.currentTarget.value)}
            hint={objection === undefined ? undefined : objectionText(objection)}
            error={form.errors[`days.${index}`] ?? (index === 0 ? form.errors["days"] : undefined)}
            data-autofocus={index === 0 ? true : undefined}
          />
        );
      })}
      {objections.some(isDayOff) && <DayOffReason {...form.getInputProps("overrideReason")} />}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("move.submitSession")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

/** Whether every day is chosen, each once, and some other than now. */
function isMoveOf({ days }: Session, chosen: readonly string[]): boolean {
  const isWhole = chosen.every((day) => day !== "") && new Set(chosen).size === chosen.length;
  return isWhole && chosen.some((day) => !days.includes(day));
}

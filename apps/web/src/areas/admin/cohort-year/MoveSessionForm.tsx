import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Session } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { CalendarGroup } from "./calendar.ts";
import { followingWorkingDays, objectionsTo, type Limits } from "./move-target.ts";
import { useObjectionText } from "./use-objection-text.ts";

interface MoveSessionFormProps {
  readonly session: Session;
  readonly limits: Limits;
  readonly others: readonly CalendarGroup[];
  /** Days already tried, and why they were refused. */
  readonly tried?: { readonly days: readonly string[]; readonly problem: ApiError } | undefined;
  readonly move: (days: readonly string[]) => Promise<void>;
  readonly onClose: () => void;
}

/** The new days of a session, one by one; the first chosen fills in the working days after it. */
export function MoveSessionForm({ session, limits, others, tried, move, onClose }: MoveSessionFormProps) {
  const { t } = useTranslation();
  const objectionText = useObjectionText();
  const [pending, setPending] = useState(false);
  const form = useForm<{ days: string[] }>({
    initialValues: { days: [...(tried?.days ?? session.days)] },
    validate: { days: (days) => (days.every((day) => day !== "") ? null : t("move.everyDay")) },
  });
  const { submit, problem } = useApiForm(form, async ({ days }) => {
    setPending(true);
    try {
      await move(days);
      onClose();
    } finally {
      setPending(false);
    }
  });
  const { days } = form.values;
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
      <FormProblem problem={problem ?? tried?.problem ?? null} />
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

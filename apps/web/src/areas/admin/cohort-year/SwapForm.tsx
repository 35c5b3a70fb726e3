import { Button, NativeSelect } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { mergeEdits, swapEdits } from "./edits.ts";
import { MoveAdvice } from "./MoveAdvice.tsx";
import { halfDaysOf } from "./plan-view.ts";
import type { PlanEdit } from "./use-edit-check.ts";
import type { HalfDayEdit } from "@passerelle/contracts/plan-edits";

interface SwapFormProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly halfDay: HalfDay;
  readonly withId?: string | undefined;
  readonly send: (edit: PlanEdit) => Promise<void>;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown> {
  readonly withId: string;
  readonly staff: readonly HalfDayEdit[];
}

/** Two half-days that change places: which is the other, and what it would run into. */
export function SwapForm({ cohort, plan, halfDay, withId = "", send, onClose }: SwapFormProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState(false);
  const form = useForm<Values>({
    initialValues: { withId, staff: [] },
    validate: { withId: (id) => (id === "" ? t("swap.choose") : null) },
    onValuesChange: () => {
      forget();
      form.clearErrors();
    },
  });
  const editWith = (values: Values): PlanEdit | null => {
    const other = halfDaysOf(plan).find(({ id }) => id === values.withId);
    return other === undefined ? null : { halfDays: mergeEdits(swapEdits(halfDay, other), values.staff) };
  };
  const { submit, sendValues, problem, forget } = useApiForm(form, async (values) => {
    const edit = editWith(values);
    if (edit === null) return;
    setPending(true);
    try {
      await send(edit);
      onClose();
    } finally {
      setPending(false);
    }
  });
  return (
    <FormColumn onSubmit={submit} label={t("swap.label")}>
      <NativeSelect
        label={t("swap.with")}
        data={[{ value: "", label: t("swap.choose") }, ...useChoices(plan, halfDay)]}
        {...form.getInputProps("withId")}
        onChange={({ currentTarget }) => form.setValues({ withId: currentTarget.value, staff: [] })}
        data-autofocus
      />
      <MoveAdvice
        cohort={cohort}
        plan={plan}
        edit={editWith(form.values)}
        problem={problem}
        choose={(more, isClear) => {
          const values = { ...form.values, staff: mergeEdits(form.values.staff, more) };
          form.setValues(values);
          if (isClear) sendValues(values);
        }}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("swap.submit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

/** The other half-days of the plan, session by session. */
function useChoices(plan: Plan, { id: own }: HalfDay) {
  const { t } = useTranslation();
  const format = useFormat();
  const choice = ({ id, day, slot, blockCode }: HalfDay) => ({
    value: id,
    label: [format.day(day, "weekday"), t(`slot.${slot}`), blockCode].filter(Boolean).join(" · "),
  });
  const isChoice = ({ id, state }: HalfDay) => id !== own && state === "planned";
  return [
    ...plan.sessions.map(({ number, halfDays }) => ({ group: t("year.session", { number }), halfDays })),
    { group: t("year.exam"), halfDays: plan.examHalfDays },
  ]
    .map(({ group, halfDays }) => ({ group, items: halfDays.filter(isChoice).map(choice) }))
    .filter(({ items }) => items.length > 0);
}

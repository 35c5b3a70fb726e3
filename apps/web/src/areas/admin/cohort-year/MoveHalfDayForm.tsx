import { Button, Radio } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay, Plan, Slot } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { DayField } from "../../../components/DayField.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { CalendarGroup } from "./calendar.ts";
import { DayOffReason } from "./DayOffReason.tsx";
import { halfDayMoveEdits, mergeEdits, reasonPart, type MoveExtras } from "./edits.ts";
import { isDayOff, objectionsTo, type Limits } from "./move-target.ts";
import { MoveAdvice } from "./MoveAdvice.tsx";
import { useObjectionText } from "./use-objection-text.ts";

interface MoveHalfDayFormProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly halfDay: HalfDay;
  readonly limits: Limits;
  readonly groups: readonly CalendarGroup[];
  readonly tried?: { readonly day: string; readonly slot: Slot; readonly problem: ApiError } | undefined;
  readonly move: (day: string, slot: Slot, extras: MoveExtras) => Promise<void>;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown>, MoveExtras {
  readonly day: string;
  readonly slot: Slot;
}

/** The new day and half of one half-day. */
export function MoveHalfDayForm({ halfDay, limits, groups, tried, move, onClose, ...context }: MoveHalfDayFormProps) {
  const { t } = useTranslation();
  const objectionText = useObjectionText();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState(tried?.problem ?? null);
  const form = useForm<Values>({
    initialValues: {
      day: tried?.day ?? halfDay.day,
      slot: tried?.slot ?? halfDay.slot,
      overrideReason: "",
      staff: [],
    },
    validate: { day: (day) => (day === "" ? t("form.required") : null) },
    onValuesChange: () => {
      setRefusal(null);
      forget();
      form.clearErrors();
    },
  });
  const { submit, sendValues, problem, forget } = useApiForm(form, async ({ day, slot, overrideReason, staff }) => {
    setPending(true);
    try {
      await move(day, slot, { overrideReason, staff });
      onClose();
    } finally {
      setPending(false);
    }
  });
  const { day, slot, staff } = form.values;
  const stays = day === "" || (day === halfDay.day && slot === halfDay.slot);
  const [objection] = objectionsTo(day === "" ? [] : [day], limits, () =>
    stays ? undefined : groups.find(({ halfDays }) => halfDays.some((half) => half.day === day && half.slot === slot)),
  );
  return (
    <FormColumn onSubmit={submit} label={t("move.halfDay")}>
      <MoveAdvice
        {...context}
        edit={
          stays
            ? null
            : { halfDays: mergeEdits(halfDayMoveEdits(halfDay, day, slot), staff), ...reasonPart(form.values) }
        }
        problem={problem ?? refusal}
        choose={(more, isClear) => {
          const values = { ...form.values, staff: mergeEdits(staff, more) };
          form.setValues(values);
          if (isClear) sendValues(values);
        }}
      />
      <DayField
        label={t("move.newDay")}
        {...form.getInputProps("day")}
        hint={objection === undefined ? undefined : objectionText(objection)}
        data-autofocus
      />
      <Radio.Group label={t("move.half")} {...form.getInputProps("slot")}>
        <Radio value="am" label={t("slot.am")} mt="xs" />
        <Radio value="pm" label={t("slot.pm")} mt="xs" />
      </Radio.Group>
      {objection !== undefined && isDayOff(objection) && <DayOffReason {...form.getInputProps("overrideReason")} />}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("move.submitHalfDay")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

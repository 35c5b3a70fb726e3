import { Button, Radio } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { HalfDay, Slot } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { CalendarGroup } from "./calendar.ts";
import { objectionsTo, type Limits } from "./move-target.ts";
import { useObjectionText } from "./use-objection-text.ts";

interface MoveHalfDayFormProps {
  readonly halfDay: HalfDay;
  readonly limits: Limits;
  readonly groups: readonly CalendarGroup[];
  readonly tried?: { readonly day: string; readonly slot: Slot; readonly problem: ApiError } | undefined;
  readonly move: (day: string, slot: Slot) => Promise<void>;
  readonly onClose: () => void;
}

/** The new day and half of one half-day. */
export function MoveHalfDayForm({ halfDay, limits, groups, tried, move, onClose }: MoveHalfDayFormProps) {
  const { t } = useTranslation();
  const objectionText = useObjectionText();
  const [pending, setPending] = useState(false);
  const form = useForm<{ day: string; slot: Slot }>({
    initialValues: { day: tried?.day ?? halfDay.day, slot: tried?.slot ?? halfDay.slot },
    validate: { day: (day) => (day === "" ? t("form.required") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ day, slot }) => {
    setPending(true);
    try {
      await move(day, slot);
      onClose();
    } finally {
      setPending(false);
    }
  });
  const { day, slot } = form.values;
  const isOwn = day === halfDay.day && slot === halfDay.slot;
  const [objection] = objectionsTo(day === "" ? [] : [day], limits, () =>
    isOwn ? undefined : groups.find(({ halfDays }) => halfDays.some((half) => half.day === day && half.slot === slot)),
  );
  return (
    <FormColumn onSubmit={submit} label={t("move.halfDay")}>
      <FormProblem problem={problem ?? tried?.problem ?? null} />
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

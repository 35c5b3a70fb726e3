import { Button, Checkbox, NativeSelect, Radio, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { FormColumn } from "../../ui/FormColumn.tsx";
import { DayField } from "../DayField.tsx";
import { FormProblem } from "../FormProblem.tsx";
import { useApiForm } from "../use-api-form.ts";
import { canRepeat, type UnavailabilityValues } from "./unavailability-values.ts";
import { WeekdayChoices } from "./WeekdayChoices.tsx";

interface UnavailabilityFormProps {
  readonly initial: UnavailabilityValues;
  readonly submitLabel: string;
  readonly save: (values: UnavailabilityValues) => Promise<void>;
  readonly onClose: () => void;
}

/** When somebody, or a room, is not to be had: the days, then what repeats over them where there is more than one. */
export function UnavailabilityForm({ initial, submitLabel, save, onClose }: UnavailabilityFormProps) {
  const { t } = useTranslation("unavailability");
  const { t: everywhere } = useTranslation();
  const [pending, setPending] = useState(false);
  const form = useForm<UnavailabilityValues>({
    initialValues: initial,
    validate: {
      from: (value) => (value === "" ? everywhere("form.required") : null),
      to: (value, { isEndless }) => (value === "" && !isEndless ? everywhere("form.required") : null),
      weekdays: (value, values) =>
        canRepeat(values) && values.days === "some" && value.length === 0 ? t("weekdayRequired") : null,
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    setPending(true);
    try {
      await save(values);
    } finally {
      setPending(false);
    }
  });
  const { from, to, isEndless, days } = form.values;
  return (
    <FormColumn onSubmit={submit} label={submitLabel}>
      <FormProblem problem={problem} />
      <FieldRow>
        <DayField
          label={t("from")}
          data-autofocus
          {...form.getInputProps("from")}
          onChange={({ currentTarget: { value } }) => {
            form.setFieldValue("from", value);
            if (to === from || to < value) form.setFieldValue("to", value);
          }}
        />
        {!isEndless && <DayField label={t("to")} {...form.getInputProps("to")} />}
      </FieldRow>
      <Checkbox label={t("isEndless")} {...form.getInputProps("isEndless", { type: "checkbox" })} />
      {canRepeat(form.values) && (
        <>
          <Radio.Group label={t("days")} {...form.getInputProps("days")}>
            <Radio value="every" mt="xs" label={t("daysEvery")} />
            <Radio value="some" mt="xs" label={t("daysSome")} />
          </Radio.Group>
          {days === "some" && <WeekdayChoices {...form.getInputProps("weekdays")} />}
          <NativeSelect
            label={t("weeks")}
            data={[
              { value: "1", label: t("weeksEvery") },
              { value: "2", label: t("weeksOther") },
            ]}
            {...form.getInputProps("everyWeeks")}
          />
        </>
      )}
      <NativeSelect
        label={t("slotLabel")}
        data={(["day", "am", "pm"] as const).map((slot) => ({ value: slot, label: t(`slotChoice.${slot}`) }))}
        {...form.getInputProps("slot")}
      />
      <TextInput
        label={t("reason")}
        description={t("reasonHint")}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps("reason")}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {everywhere("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";

interface RetireFormProps {
  readonly help: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly retiredOn: string | null;
  readonly save: (retiredOn: string) => Promise<void>;
  readonly onClose: () => void;
}

/** From which day on a trainer, or a room, is no longer to be had. */
export function RetireForm({ help, label, submitLabel, retiredOn, save, onClose }: RetireFormProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState(false);
  const form = useForm({
    initialValues: { retiredOn: retiredOn ?? "" },
    validate: { retiredOn: (value) => (value === "" ? t("form.required") : null) },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    setPending(true);
    try {
      await save(values.retiredOn);
      onClose();
    } finally {
      setPending(false);
    }
  });
  return (
    <FormColumn onSubmit={submit} label={submitLabel}>
      <p>{help}</p>
      <FormProblem problem={problem} />
      <DayField label={label} data-autofocus {...form.getInputProps("retiredOn")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" color="brick" loading={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

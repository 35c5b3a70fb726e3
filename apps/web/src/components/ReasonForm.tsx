import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "../ui/DialogActions.tsx";
import { FormColumn } from "../ui/FormColumn.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { useApiForm } from "./use-api-form.ts";

interface ReasonFormProps {
  readonly consequence: ReactNode;
  /** Names what it does. */
  readonly submitLabel: string;
  readonly confirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

const LONGEST = 500;

/** Something that cannot be taken back: what it does, and why it is done. */
export function ReasonForm({ consequence, submitLabel, confirm, onClose }: ReasonFormProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState(false);
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("form.reasonRequired") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ reason }) => {
    setPending(true);
    try {
      await confirm(reason);
      onClose();
    } finally {
      setPending(false);
    }
  });
  return (
    <FormColumn onSubmit={submit} label={submitLabel}>
      <p>{consequence}</p>
      <FormProblem problem={problem} />
      <Textarea
        label={t("form.reason")}
        rows={3}
        maxLength={LONGEST}
        data-autofocus
        {...form.getInputProps("reason")}
      />
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

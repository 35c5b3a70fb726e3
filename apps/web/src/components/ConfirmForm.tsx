import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DialogActions } from "../ui/DialogActions.tsx";
import { FormColumn } from "../ui/FormColumn.tsx";
import { FormProblem } from "./FormProblem.tsx";
import { useApiForm } from "./use-api-form.ts";

interface ConfirmFormProps {
  readonly consequence: ReactNode;
  /** Names what it does. */
  readonly submitLabel: string;
  /** Something that cannot be taken back is asked in red. */
  readonly color?: "brick" | "pine";
  readonly confirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** A last question: what it does, and whether to do it. */
export function ConfirmForm({ consequence, submitLabel, color = "brick", confirm, onClose }: ConfirmFormProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState(false);
  const { submit, problem } = useApiForm(useForm({ initialValues: {} }), async () => {
    setPending(true);
    try {
      await confirm();
      onClose();
    } finally {
      setPending(false);
    }
  });
  return (
    <FormColumn onSubmit={submit} label={submitLabel}>
      <p>{consequence}</p>
      <FormProblem problem={problem} />
      <DialogActions>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("common.leave")}
        </Button>
        <Button type="submit" color={color} loading={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

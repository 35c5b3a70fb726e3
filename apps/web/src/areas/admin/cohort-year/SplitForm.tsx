import { Button, Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Session } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import classes from "./StaffForm.module.css";

interface SplitFormProps {
  readonly session: Session;
  readonly split: (days: readonly string[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Which days of a session leave it, to be one of their own. */
export function SplitForm({ session, split, onClose }: SplitFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const form = useForm<{ days: string[] }>({
    initialValues: { days: session.days.slice(Math.ceil(session.days.length / 2)) },
    validate: {
      days: (days) => (days.length > 0 && days.length < session.days.length ? null : t("split.someNotAll")),
    },
  });
  const { submit, problem } = useApiForm(form, async ({ days }) => {
    setPending(true);
    try {
      await split(days.toSorted());
      onClose();
    } finally {
      setPending(false);
    }
  });
  return (
    <FormColumn onSubmit={submit} label={t("split.open")}>
      <p>{t("split.help")}</p>
      <FormProblem problem={problem} />
      <Checkbox.Group label={t("split.days")} {...form.getInputProps("days")}>
        <div className={classes.choices}>
          {session.days.map((day) => (
            <Checkbox key={day} value={day} label={format.day(day, "weekday")} />
          ))}
        </div>
      </Checkbox.Group>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("split.submit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

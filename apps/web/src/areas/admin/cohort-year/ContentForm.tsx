import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { PlanEdit } from "./use-edit-check.ts";
import classes from "./StaffForm.module.css";

interface ContentFormProps {
  readonly plan: Plan;
  readonly halfDay: HalfDay;
  readonly send: (edit: PlanEdit) => Promise<void>;
  readonly onClose: () => void;
}

/** What a half-day works on: its block, and the competencies of that block. */
export function ContentForm({ plan, halfDay, send, onClose }: ContentFormProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState(false);
  const { blocks } = plan.proof;
  const form = useForm({
    initialValues: {
      blockCode: halfDay.blockCode ?? "",
      competencyCodes: halfDay.competencies.map(({ code }) => code),
    },
    validate: { blockCode: (code) => (code === "" ? t("form.required") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ blockCode, competencyCodes }) => {
    setPending(true);
    try {
      await send({ halfDays: [{ id: halfDay.id, blockCode, competencyCodes }] });
      onClose();
    } finally {
      setPending(false);
    }
  });
  const block = blocks.find(({ code }) => code === form.values.blockCode);
  return (
    <FormColumn onSubmit={submit} label={t("content.label")}>
      <FormProblem problem={problem} />
      <NativeSelect
        label={t("content.block")}
        data={[
          ...(halfDay.blockCode === null ? [{ value: "", label: t("content.chooseBlock") }] : []),
          ...blocks.map(({ code, shortTitle }) => ({ value: code, label: `${code} — ${shortTitle}` })),
        ]}
        {...form.getInputProps("blockCode")}
        onChange={({ currentTarget }) => form.setValues({ blockCode: currentTarget.value, competencyCodes: [] })}
        data-autofocus
      />
      <Checkbox.Group
        label={t("content.competencies")}
        description={t("content.competenciesHint")}
        {...form.getInputProps("competencyCodes")}
      >
        <div className={classes.choices}>
          {(block?.competencies ?? []).map(({ code, title, plannedHalfDays }) => (
            <Checkbox
              key={code}
              value={code}
              label={`${code} — ${title}`}
              description={
                plannedHalfDays === 0 ? t("coverage.none") : t("coverage.halfDays", { count: plannedHalfDays })
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("content.submit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button, Checkbox, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { cancellationBody, type Cancelling } from "./cancellation.ts";
import type { Limits } from "./move-target.ts";
import { ReplacementFields } from "./ReplacementFields.tsx";

interface CancelHalfDayFormProps {
  readonly cohort: Cohort;
  readonly halfDay: HalfDay;
  readonly limits: Limits;
  /** Whether its hours count towards a block. */
  readonly counts: boolean;
  readonly cancel: (body: ReturnType<typeof cancellationBody>) => Promise<void>;
  readonly onClose: () => void;
}

const LONGEST = 500;

/** Why a half-day is cancelled and, if wished, when it is held instead. */
export function CancelHalfDayForm({ cohort, halfDay, limits, counts, cancel, onClose }: CancelHalfDayFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const form = useForm<Cancelling>({
    initialValues: {
      reason: "",
      isReplaced: false,
      replacement: { day: "", slot: halfDay.slot, trainerId: "", roomId: "", overrideReason: "" },
    },
    validate: {
      reason: (reason) => (reason.trim() === "" ? t("form.reasonRequired") : null),
      replacement: {
        day: (day, { isReplaced }) => (isReplaced && day === "" ? t("form.required") : null),
      },
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    setPending(true);
    try {
      await cancel(cancellationBody(values));
      onClose();
    } finally {
      setPending(false);
    }
  });
  const { isReplaced } = form.values;
  return (
    <FormColumn onSubmit={submit} label={t("cancelHalfDay.submit")}>
      {counts && !isReplaced && (
        <p>{t("cancelHalfDay.consequence", { hours: format.hours(halfDay.minutes), code: halfDay.blockCode })}</p>
      )}
      <FormProblem problem={problem} />
      <Textarea
        label={t("form.reason")}
        rows={2}
        maxLength={LONGEST}
        data-autofocus
        {...form.getInputProps("reason")}
      />
      <Checkbox label={t("cancelHalfDay.replace")} {...form.getInputProps("isReplaced", { type: "checkbox" })} />
      {isReplaced && <ReplacementFields form={form} cohort={cohort} halfDay={halfDay} limits={limits} />}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" color="brick" loading={pending}>
          {t(isReplaced ? "cancelHalfDay.submitReplaced" : "cancelHalfDay.submit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

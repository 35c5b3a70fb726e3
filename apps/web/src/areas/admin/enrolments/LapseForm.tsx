import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { placementWaiverEnd, type Enrolment } from "@passerelle/contracts/enrolments";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { enrolmentReads } from "./enrolment-queries.ts";

interface LapseFormProps {
  readonly enrolment: Enrolment;
  readonly asOf: string;
  readonly onClose: () => void;
}

/** The job ended: the waiver lapses and the hours are due again (P2). */
export function LapseForm({ enrolment, asOf, onClose }: LapseFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(placementWaiverEnd, enrolmentReads);
  const form = useForm({
    initialValues: { endedOn: asOf, reason: "" },
    validate: {
      endedOn: (value) => (value === "" ? t("form.required") : null),
      reason: (value) => (value.trim() === "" ? t("form.reasonRequired") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async (body) => {
    await send({ params: { enrolmentId: enrolment.id }, body }, enrolment.version);
    tellDone(t("enrolment.lapseDone"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("enrolment.lapse")}>
      <p>{t("enrolment.lapseConsequence")}</p>
      <FormProblem problem={problem} />
      <DayField label={t("enrolment.endedOn")} {...form.getInputProps("endedOn")} />
      <Textarea label={t("form.reason")} rows={2} maxLength={500} {...form.getInputProps("reason")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" color="brick" loading={pending}>
          {t("enrolment.lapse")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { placementWaive, type Enrolment } from "@passerelle/contracts/enrolments";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { enrolmentReads } from "./enrolment-queries.ts";

interface WaiverFormProps {
  readonly enrolment: Enrolment;
  readonly asOf: string;
  readonly onClose: () => void;
}

/** The employment that stands for the placement, and the document that proves it (P2). */
export function WaiverForm({ enrolment, asOf, onClose }: WaiverFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(placementWaive, enrolmentReads);
  const required = (value: string) => (value.trim() === "" ? t("form.required") : null);
  const form = useForm({
    initialValues: { employer: "", jobTitle: "", employedFrom: "", employedUntil: "", proof: "", proofSeenOn: asOf },
    validate: {
      employer: required,
      jobTitle: required,
      employedFrom: required,
      proof: required,
      proofSeenOn: required,
    },
  });
  const { submit, problem } = useApiForm(form, async ({ employedUntil, ...facts }) => {
    const body = { ...facts, employedUntil: employedUntil === "" ? null : employedUntil };
    await send({ params: { enrolmentId: enrolment.id }, body }, enrolment.version);
    tellDone(t("enrolment.waiveDone"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("enrolment.waive")}>
      <p>{t("enrolment.waiveIntro")}</p>
      <FormProblem problem={problem} />
      <TextInput label={t("enrolment.employer")} maxLength={200} data-autofocus {...form.getInputProps("employer")} />
      <TextInput label={t("enrolment.jobTitle")} maxLength={200} {...form.getInputProps("jobTitle")} />
      <FieldRow>
        <DayField label={t("enrolment.employedFrom")} {...form.getInputProps("employedFrom")} />
        <DayField
          label={t("enrolment.employedUntil")}
          hint={form.values.employedUntil === "" ? t("enrolment.employedUntilHint") : undefined}
          {...form.getInputProps("employedUntil")}
        />
      </FieldRow>
      <TextInput
        label={t("enrolment.proof")}
        description={t("enrolment.proofHint")}
        maxLength={300}
        {...form.getInputProps("proof")}
      />
      <DayField label={t("enrolment.proofSeenOn")} {...form.getInputProps("proofSeenOn")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("enrolment.waive")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

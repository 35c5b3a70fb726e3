import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { enrolmentPrescribe, type Enrolment } from "@passerelle/contracts/enrolments";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { enrolmentReads } from "./enrolment-queries.ts";
import { minutesTyped, typedHours } from "./hours-typed.ts";

interface PrescribeFormProps {
  readonly enrolment: Enrolment;
  readonly onClose: () => void;
}

/** The hours of each block, as they are typed, and why they change. */
export function PrescribeForm({ enrolment, onClose }: PrescribeFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { send, pending } = useSend(enrolmentPrescribe, enrolmentReads);
  const form = useForm({
    initialValues: {
      // Named as in the request, so that what is refused finds its field.
      prescribed: enrolment.prescribed.map(({ blockCode, prescribedMinutes }) => ({
        blockCode,
        minutes: typedHours(prescribedMinutes),
      })),
      reason: "",
    },
    validate: {
      prescribed: { minutes: (text) => (minutesTyped(text) === null ? t("enrolment.hoursWrong") : null) },
      reason: (reason) => (reason.trim() === "" ? t("form.reasonRequired") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async ({ prescribed, reason }) => {
    const blocks = prescribed.map(({ blockCode, minutes }) => ({ blockCode, minutes: minutesTyped(minutes) ?? 0 }));
    const params = { enrolmentId: enrolment.id };
    await send({ params, body: { prescribed: blocks, reason } }, enrolment.version);
    tellDone(t("enrolment.prescribeDone"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("enrolment.prescribeTitle")}>
      <FormProblem problem={problem} />
      {enrolment.prescribed.map(({ blockCode, shortTitle, dueMinutes }, index) => (
        <TextInput
          key={blockCode}
          label={`${blockCode} · ${shortTitle}`}
          description={t("enrolment.programmeHas", { hours: format.hours(dueMinutes) })}
          inputMode="text"
          data-autofocus={index === 0 || undefined}
          maxLength={12}
          {...form.getInputProps(`prescribed.${index}.minutes`)}
        />
      ))}
      <Textarea label={t("form.reason")} rows={2} maxLength={500} {...form.getInputProps("reason")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("enrolment.prescribeSubmit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { enrolmentMove, type Enrolment } from "@passerelle/contracts/enrolments";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { enrolmentReads } from "./enrolment-queries.ts";
import { asksReason, breaksOff, type Move } from "./moves.ts";

interface MoveFormProps {
  readonly enrolment: Enrolment;
  readonly move: Move;
  readonly label: string;
  readonly asOf: string;
  readonly onClose: () => void;
}

/** A move: what it does, the day it takes effect, and why. */
export function MoveForm({ enrolment, move, label, asOf, onClose }: MoveFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { send, pending } = useSend(enrolmentMove, enrolmentReads);
  const form = useForm({
    initialValues: { effectiveOn: asOf, reason: "" },
    validate: {
      effectiveOn: (value) => (value === "" ? t("form.required") : null),
      reason: (value) => (asksReason(move) && value.trim() === "" ? t("form.reasonRequired") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async ({ effectiveOn, reason }) => {
    const why = reason.trim() === "" ? {} : { reason };
    const params = { enrolmentId: enrolment.id };
    await send({ params, body: { to: move, effectiveOn, ...why } }, enrolment.version);
    tellDone(t("enrolment.moveDone", { state: t(`enrolmentState.${move}`) }));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={label}>
      <p>{t(`enrolment.consequences.${move}`)}</p>
      <FormProblem problem={problem} />
      <DayField
        label={t("enrolment.effectiveOn")}
        hint={t("enrolment.effectiveOnHint", { day: format.day(enrolment.stateSince, "plain") })}
        data-autofocus
        {...form.getInputProps("effectiveOn")}
      />
      <Textarea
        label={asksReason(move) ? t("form.reason") : t("enrolment.reasonOptional")}
        rows={2}
        maxLength={500}
        {...form.getInputProps("reason")}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" color={breaksOff(move) ? "brick" : "pine"} loading={pending}>
          {label}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button, Radio, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ccpResultList, ccpResultRecord } from "@passerelle/contracts/ccp-results";
import { cohortProgressRead } from "@passerelle/contracts/progress";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { OpenCell } from "./CellDialog.tsx";

interface RecordFormProps {
  readonly cell: OpenCell;
  readonly asOf: string;
  readonly onClose: () => void;
}

/** A result decided on paper: obtained or not, why, and when. It stays unseen by its person until published. */
export function RecordForm({ cell, asOf, onClose }: RecordFormProps) {
  const { t } = useTranslation();
  const isInterview = cell.blockCode === null;
  const { send, pending } = useSend(ccpResultRecord, [ccpResultList, cohortProgressRead]);
  const form = useForm({
    initialValues: { obtained: "", reason: "", decidedOn: asOf },
    validate: {
      obtained: (value) => (value === "" ? t("form.required") : null),
      reason: (value) => (value.trim() === "" ? t("form.reasonRequired") : null),
      decidedOn: (value) => (value === "" ? t("form.required") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async ({ obtained, reason, decidedOn }) => {
    await send({ body: { ...cell, obtained: obtained === "yes", reason, decidedOn } });
    tellDone(t("results.recorded"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("results.record")}>
      <FormProblem problem={problem} />
      <Radio.Group label={t("results.decision")} {...form.getInputProps("obtained")}>
        <Radio value="yes" label={isInterview ? t("interviewOutcome.held") : t("ccpOutcome.held")} mt="xs" />
        <Radio
          value="no"
          label={isInterview ? t("interviewOutcome.not_obtained") : t("ccpOutcome.not_obtained")}
          mt="xs"
        />
      </Radio.Group>
      <Textarea label={t("results.reason")} rows={3} maxLength={1000} {...form.getInputProps("reason")} />
      <DayField label={t("results.decidedOnLabel")} {...form.getInputProps("decidedOn")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("results.record")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

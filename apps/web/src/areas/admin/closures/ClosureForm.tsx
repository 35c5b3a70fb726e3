import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { closureCreate, closureList } from "@passerelle/contracts/closures";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { planReads } from "../queries.ts";

export function ClosureForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { send, pending } = useSend(closureCreate, [closureList, ...planReads]);
  const required = (value: string) => (value.trim() === "" ? t("form.required") : null);
  const form = useForm({
    initialValues: { label: "", from: "", to: "" },
    validate: { label: required, from: required, to: required },
  });
  const { submit, problem } = useApiForm(form, async (body) => {
    await send({ body });
    tellDone(t("closures.added"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("closures.addTitle")}>
      <p>{t("closures.addHelp")}</p>
      <FormProblem problem={problem} />
      <TextInput label={t("closures.label")} maxLength={120} data-autofocus {...form.getInputProps("label")} />
      <DayField
        label={t("closures.from")}
        {...form.getInputProps("from")}
        onChange={({ currentTarget }) => {
          const from = currentTarget.value;
          form.setFieldValue("from", from);
          if (form.values.to < from) form.setFieldValue("to", from);
        }}
      />
      <DayField label={t("closures.to")} {...form.getInputProps("to")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("closures.addSubmit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { email } from "@passerelle/contracts/common";
import {
  activityNumber,
  siret,
  trainingProviderRead,
  trainingProviderUpdate,
  type TrainingProvider,
} from "@passerelle/contracts/training-provider";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { ContactFields } from "./ContactFields.tsx";
import { bodyOf, digits, orNull, valuesOf, type ProviderValues } from "./provider-values.ts";

interface SettingsFormProps {
  readonly provider: TrainingProvider;
  readonly onClose: () => void;
}

const MOST_CONTACTS = 10;

export function SettingsForm({ provider, onClose }: SettingsFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(trainingProviderUpdate, [trainingProviderRead]);
  const required = (value: string) => (value.trim() === "" ? t("form.required") : null);
  const form = useForm<ProviderValues>({
    initialValues: valuesOf(provider),
    validate: {
      name: required,
      siret: (value) => (holds(siret.nullable(), digits(value)) ? null : t("settings.siretWrong")),
      activityNumber: (value) =>
        holds(activityNumber.nullable(), digits(value)) ? null : t("settings.activityNumberWrong"),
      contacts: {
        name: required,
        email: (value) => (holds(email.nullable(), orNull(value)) ? null : t("form.email")),
      },
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    await send({ body: bodyOf(values) }, provider.version);
    tellDone(t("settings.saved"));
    onClose();
  });
  const { contacts } = form.values;
  const places = contacts.map((_, index) => ({ index }));
  return (
    <FormColumn onSubmit={submit} label={t("settings.editTitle")}>
      <FormProblem problem={problem} />
      <TextInput label={t("settings.name")} maxLength={200} {...form.getInputProps("name")} />
      <FieldRow>
        <TextInput
          label={t("settings.siret")}
          description={t("settings.siretHint")}
          inputMode="numeric"
          {...form.getInputProps("siret")}
        />
        <TextInput
          label={t("settings.activityNumber")}
          description={t("settings.activityNumberHint")}
          inputMode="numeric"
          {...form.getInputProps("activityNumber")}
        />
      </FieldRow>
      <Textarea
        label={t("settings.address")}
        description={t("settings.addressHint")}
        rows={3}
        {...form.getInputProps("addressLines")}
      />
      {places.map(({ index }) => (
        <ContactFields key={index} form={form} index={index} />
      ))}
      {contacts.length < MOST_CONTACTS && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              form.insertListItem("contacts", { role: "administrative", name: "", email: "", phone: "", hours: "" })
            }
          >
            {t("settings.addContact")}
          </Button>
        </div>
      )}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("settings.save")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

function holds(schema: z.ZodType, value: string | null): boolean {
  return schema.safeParse(value).success;
}

import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import type { ProviderValues } from "./provider-values.ts";
import classes from "./ContactFields.module.css";

interface ContactFieldsProps {
  readonly form: UseFormReturnType<ProviderValues>;
  readonly index: number;
}

const roles = ["pedagogical", "administrative"] as const;

/** One person to contact, among several. */
export function ContactFields({ form, index }: ContactFieldsProps) {
  const { t } = useTranslation();
  const field = (name: string) => form.getInputProps(`contacts.${index}.${name}`);
  return (
    <fieldset className={classes.contact}>
      <legend className={classes.legend}>{t("settings.contact", { number: index + 1 })}</legend>
      <FieldRow>
        <NativeSelect
          label={t("settings.contactRoleLabel")}
          data={roles.map((role) => ({ value: role, label: t(`settings.contactRole.${role}`) }))}
          {...field("role")}
        />
        <TextInput label={t("settings.contactName")} maxLength={120} {...field("name")} />
      </FieldRow>
      <FieldRow>
        <TextInput label={t("settings.email")} type="email" {...field("email")} />
        <TextInput label={t("settings.phone")} type="tel" {...field("phone")} />
        <TextInput
          label={t("settings.hours")}
          description={t("settings.hoursHint")}
          maxLength={200}
          {...field("hours")}
        />
      </FieldRow>
      <div>
        <Button variant="subtle" size="compact-sm" onClick={() => form.removeListItem("contacts", index)}>
          {t("settings.removeContact", { number: index + 1 })}
        </Button>
      </div>
    </fieldset>
  );
}

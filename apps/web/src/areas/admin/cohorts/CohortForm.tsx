import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { code } from "@passerelle/contracts/common";
import type { ProgrammeSummary } from "@passerelle/contracts/programmes";
import type { Site } from "@passerelle/contracts/sites";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/DayField.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { useFormat } from "../../../format/use-format.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import type { CohortValues } from "./cohort-values.ts";

interface CohortFormProps {
  readonly initial: CohortValues;
  readonly programmes: readonly ProgrammeSummary[];
  readonly sites: readonly Site[];
  /** The programme and the code stay once the cohort exists. */
  readonly isNew: boolean;
  readonly submitLabel: string;
  readonly leaveTo: string;
  readonly save: (values: CohortValues) => Promise<void>;
}

export function CohortForm({ initial, programmes, sites, isNew, submitLabel, leaveTo, save }: CohortFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const required = (value: string) => (value.trim() === "" ? t("form.required") : null);
  const form = useForm<CohortValues>({
    initialValues: initial,
    validate: {
      code: (value) => (!isNew || code.safeParse(value.trim()).success ? null : t("cohort.codeWrong")),
      programmeId: required,
      name: required,
      registrationOpensOn: required,
      registrationClosesOn: required,
      startsOn: required,
      endsOn: required,
      capacity: (value) => (/^\d+$/.test(value.trim()) ? null : t("form.wholeNumber")),
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    setPending(true);
    try {
      await save(values);
    } finally {
      setPending(false);
    }
  });
  const edition = programmes.find(({ id }) => id === form.values.programmeId)?.titleVersion;
  return (
    <FormColumn onSubmit={submit} label={submitLabel}>
      <FormProblem problem={problem} />
      {isNew && (
        <NativeSelect
          label={t("cohort.programme")}
          description={
            edition === undefined
              ? undefined
              : t("cohort.editionInForce", { period: format.period(edition.inForceFrom, edition.inForceTo) })
          }
          data={[
            { value: "", label: t("cohort.chooseProgramme") },
            ...programmes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps("programmeId")}
        />
      )}
      <FieldRow>
        <TextInput label={t("cohort.name")} maxLength={120} {...form.getInputProps("name")} />
        {isNew && (
          <TextInput
            label={t("cohort.code")}
            description={t("cohort.codeHint")}
            maxLength={40}
            {...form.getInputProps("code")}
          />
        )}
      </FieldRow>
      <FieldRow>
        <DayField label={t("cohort.registrationOpensOn")} {...form.getInputProps("registrationOpensOn")} />
        <DayField label={t("cohort.registrationClosesOn")} {...form.getInputProps("registrationClosesOn")} />
      </FieldRow>
      <FieldRow>
        <DayField label={t("cohort.startsOn")} {...form.getInputProps("startsOn")} />
        <DayField label={t("cohort.endsOn")} {...form.getInputProps("endsOn")} />
      </FieldRow>
      <FieldRow>
        <TextInput label={t("cohort.capacity")} inputMode="numeric" maxLength={3} {...form.getInputProps("capacity")} />
        <NativeSelect
          label={t("cohort.site")}
          description={t("cohort.siteHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={[
            { value: "", label: t("cohort.noSite") },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps("siteId")}
        />
      </FieldRow>
      <DialogActions>
        <ButtonLink to={leaveTo} variant="default">
          {t("common.leave")}
        </ButtonLink>
        <Button type="submit" loading={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

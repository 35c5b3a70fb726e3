import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { email } from "@passerelle/contracts/common";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { paths } from "../../../paths.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { BirthDateField } from "./BirthDateField.tsx";
import type { PersonValues } from "./person-values.ts";
import classes from "./PersonForm.module.css";

interface PersonFormProps {
  readonly initial: PersonValues;
  readonly submitLabel: string;
  readonly save: (values: PersonValues) => Promise<void>;
  readonly onClose: () => void;
}

/** A person's names, birth and contacts; the server knows whether they are somebody already here (A2). */
export function PersonForm({ initial, submitLabel, save, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const [pending, setPending] = useState(false);
  // Staff known only by their account have no birth name; what was known stays needed.
  const needed = (name: keyof PersonValues) => (value: string) =>
    value.trim() === "" && (initial.givenName === "" || initial[name] !== "") ? t("form.required") : null;
  const form = useForm<PersonValues>({
    initialValues: initial,
    validate: {
      birthName: needed("birthName"),
      givenName: needed("givenName"),
      usualName: (value) => (value.trim() === "" && initial.usualName !== "" ? t("form.required") : null),
      birthDate: needed("birthDate"),
      email: (value) => (value.trim() === "" || email.safeParse(value.trim()).success ? null : t("form.email")),
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
  const field = form.getInputProps;
  return (
    <FormColumn onSubmit={submit} label={submitLabel}>
      <FormProblem problem={problem}>
        <KnownPerson problem={problem} onLeave={onClose} />
      </FormProblem>
      <div className={classes.pair}>
        <TextInput label={t("person.givenName")} maxLength={100} data-autofocus {...field("givenName")} />
        <TextInput label={t("person.birthName")} maxLength={100} {...field("birthName")} />
      </div>
      <TextInput
        label={t("person.usualName")}
        description={t("person.usualNameHint")}
        maxLength={100}
        {...field("usualName")}
      />
      <div className={classes.pair}>
        <BirthDateField {...field("birthDate")} />
        <TextInput label={t("person.birthPlace")} maxLength={100} {...field("birthPlace")} />
      </div>
      <div className={classes.pair}>
        <TextInput label={t("person.email")} type="email" inputMode="email" {...field("email")} />
        <TextInput label={t("person.phone")} type="tel" {...field("phone")} />
      </div>
      <div className={classes.pair}>
        <TextInput label={t("person.postcode")} inputMode="numeric" maxLength={5} {...field("postcode")} />
        <TextInput label={t("person.city")} maxLength={100} {...field("city")} />
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

/** The same person is here already: the way to their sheet. */
function KnownPerson({ problem, onLeave }: { readonly problem: ApiError | null; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const personId = problem?.fact("personId");
  if (typeof personId !== "string") return null;
  return (
    <p>
      <Link to={paths.person(personId)} onClick={onLeave}>
        {t("person.openKnown")}
      </Link>
    </p>
  );
}

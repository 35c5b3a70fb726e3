import { Button, Radio, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import { trainerCreate } from "@passerelle/contracts/trainers";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { paths } from "../../../paths.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { PersonPicker } from "../enrolments/PersonPicker.tsx";
import { CompetencyChoices } from "./CompetencyChoices.tsx";
import { trainerReads } from "./trainer-queries.ts";
import { isAddress, newTrainer, trainerOf } from "./trainer-values.ts";

interface NewTrainerDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly blocks: readonly CompetencyBlock[];
}

export function NewTrainerDialog({ opened, onClose, blocks }: NewTrainerDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t("trainers.add")}>
      <NewTrainerForm onClose={onClose} blocks={blocks} />
    </Dialog>
  );
}

/** Makes somebody a trainer: who, and what they teach. */
function NewTrainerForm({ onClose, blocks }: Omit<NewTrainerDialogProps, "opened">) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send, pending } = useSend(trainerCreate, trainerReads);
  const required = (value: string) => (value.trim() === "" ? t("form.required") : null);
  const form = useForm({
    initialValues: newTrainer,
    validate: {
      personId: (value, { kind }) => (kind === "known" && value === "" ? t("enrol.personRequired") : null),
      givenName: (value, { kind }) => (kind === "new" ? required(value) : null),
      usualName: (value, { kind }) => (kind === "new" ? required(value) : null),
      email: (value, { kind }) => (kind === "known" || isAddress(value) ? null : t("form.email")),
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    const { id, name } = await send({ body: trainerOf(values) });
    tellDone(t("trainers.added", { name }));
    await navigate({ to: paths.trainer(id) });
  });
  const field = form.getInputProps;
  return (
    <FormColumn onSubmit={submit} label={t("trainers.add")}>
      <FormProblem problem={problem}>
        <KnownTrainer problem={problem} />
      </FormProblem>
      <Radio.Group label={t("trainers.who")} {...field("kind")}>
        <Radio value="known" mt="xs" label={t("users.whoKnown")} />
        <Radio value="new" mt="xs" label={t("users.whoNew")} />
      </Radio.Group>
      {form.values.kind === "known" ? (
        <PersonPicker label={t("users.knownPerson")} {...field("personId")} />
      ) : (
        <>
          <FieldRow>
            <TextInput label={t("person.givenName")} maxLength={100} {...field("givenName")} />
            <TextInput label={t("person.usualName")} maxLength={100} {...field("usualName")} />
          </FieldRow>
          <TextInput
            label={t("person.email")}
            description={t("trainers.emailHint")}
            type="email"
            inputMode="email"
            {...field("email")}
          />
        </>
      )}
      <CompetencyChoices blocks={blocks} {...field("competencyIds")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("trainers.addSubmit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

/** Already a trainer: the way to them. */
function KnownTrainer({ problem }: { readonly problem: ApiError | null }) {
  const { t } = useTranslation();
  const trainerId = problem?.fact("trainerId");
  if (typeof trainerId !== "string") return null;
  return (
    <p>
      <Link to={paths.trainer(trainerId)}>{t("trainers.openKnown")}</Link>
    </p>
  );
}

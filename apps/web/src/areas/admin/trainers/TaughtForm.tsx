import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import { trainerUpdate, type Trainer } from "@passerelle/contracts/trainers";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { CompetencyChoices } from "./CompetencyChoices.tsx";
import { trainerReads } from "./trainer-queries.ts";

interface TaughtFormProps {
  readonly trainer: Trainer;
  readonly blocks: readonly CompetencyBlock[];
  readonly onClose: () => void;
}

/** Changes what a trainer teaches. */
export function TaughtForm({ trainer, blocks, onClose }: TaughtFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(trainerUpdate, trainerReads);
  const form = useForm({ initialValues: { competencyIds: trainer.competencies.map(({ id }) => id) } });
  const { submit, problem } = useApiForm(form, async (body) => {
    await send({ params: { trainerId: trainer.id }, body }, trainer.version);
    tellDone(t("trainer.taughtDone"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("trainer.editTaught")}>
      <p>{t("trainer.taughtHelp")}</p>
      <FormProblem problem={problem} />
      <CompetencyChoices blocks={blocks} {...form.getInputProps("competencyIds")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("person.save")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import { Button, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import { planAdopt, type Plan, type PlanProposal } from "@passerelle/contracts/plans";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { usePlanKeeping } from "./use-kept-plan.ts";

interface AdoptFormProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly proposal: PlanProposal;
}

const LONGEST = 500;

/** Makes a proposal the cohort's plan; hours short or over need a reason. */
export function AdoptForm({ cohort, plan, proposal }: AdoptFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { keep } = usePlanKeeping();
  const { send, pending } = useSend(planAdopt);
  const barred = useAbilityReason()(plan.can.adopt);
  const needsReason = proposal.outcome !== "exact";
  const form = useForm({
    initialValues: { gapReason: "" },
    validate: { gapReason: (reason) => (needsReason && reason.trim() === "" ? t("form.reasonRequired") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ gapReason }) => {
    const body = { ...proposal.plan, ...(needsReason ? { gapReason } : {}) };
    keep(await send({ params: { cohortId: cohort.id }, body }, plan.planVersion));
    tellDone(t("propose.adopted"));
    await navigate({ to: paths.cohort(cohort.id) });
  });
  return (
    <Card title={t("propose.adoptTitle")}>
      <FormColumn onSubmit={submit} label={t("propose.adoptTitle")}>
        {plan.sessions.length > 0 && <p>{t("propose.replaces")}</p>}
        <p>{t("propose.drafted")}</p>
        <FormProblem problem={problem} />
        {needsReason && (
          <Textarea
            label={t("propose.gapReason")}
            description={t("propose.gapReasonHint")}
            rows={2}
            maxLength={LONGEST}
            {...form.getInputProps("gapReason")}
          />
        )}
        {barred !== null && <p>{barred}</p>}
        <div>
          <Button type="submit" size="md" loading={pending} disabled={barred !== null}>
            {t("propose.adopt")}
          </Button>
        </div>
      </FormColumn>
    </Card>
  );
}

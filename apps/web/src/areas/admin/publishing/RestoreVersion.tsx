import { planVersionRestore } from "@passerelle/contracts/plan-versions";
import type { Plan } from "@passerelle/contracts/plans";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { ConfirmForm } from "../../../components/ConfirmForm.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { paths } from "../../../paths.ts";
import { usePlanKeeping } from "../cohort-year/use-kept-plan.ts";

interface RestoreVersionProps {
  readonly plan: Plan;
  readonly number: number;
}

/** Makes the drafted plan what a version was, as one more change of the draft. */
export function RestoreVersion({ plan, number }: RestoreVersionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { made, tell } = usePlanKeeping();
  const { send } = useSend(planVersionRestore);
  const { cohortId, planVersion, published, draft } = plan;
  // The plan is what it was then already.
  if (published?.number === number && (draft?.changes.length ?? 0) === 0) return null;
  return (
    <>
      <AbilityButton ability={plan.can.adopt} onClick={() => setAsking(true)}>
        {t("versions.restore")}
      </AbilityButton>
      <Dialog opened={isAsking} onClose={() => setAsking(false)} title={t("versions.restoreTitle", { number })}>
        <ConfirmForm
          color="pine"
          consequence={t("versions.restoreConsequence")}
          submitLabel={t("versions.restore")}
          confirm={async () => {
            const restored = await made(cohortId, send({ params: { cohortId, number } }, planVersion));
            tell(t("versions.restored", { number }), restored, planVersion);
            await navigate({ to: paths.cohort(cohortId) });
          }}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </>
  );
}

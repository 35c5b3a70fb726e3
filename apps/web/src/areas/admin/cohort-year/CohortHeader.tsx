import { Button, Menu } from "@mantine/core";
import { cohortCancel, cohortList, cohortRead, type Cohort } from "@passerelle/contracts/cohorts";
import { cohortTimetableRead } from "@passerelle/contracts/documents";
import { workListRead } from "@passerelle/contracts/progress";
import { halfDayList } from "@passerelle/contracts/sessions";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { CalendarButton } from "../../../components/calendar-subscription/CalendarButton.tsx";
import { CohortStateBadge } from "../../../components/CohortStateBadge.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ReasonForm } from "../../../components/ReasonForm.tsx";
import { TimetableLink } from "../../../components/TimetableLink.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { planReads } from "../queries.ts";

interface CohortHeaderProps {
  readonly cohort: Cohort;
  readonly hasPlan: boolean;
}

/** A cohort's name and state, and what may be done with it. */
export function CohortHeader({ cohort, hasPlan }: CohortHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const reasonOf = useAbilityReason();
  const [cancelling, setCancelling] = useState(false);
  const { send } = useSend(cohortCancel, [cohortRead, cohortList, halfDayList, workListRead, ...planReads]);
  const { titleVersion } = cohort.programme;
  const barred = reasonOf(cohort.can.update) ?? reasonOf(cohort.can.cancel);
  return (
    <>
      <PageTitle
        title={cohort.name}
        above={`${titleVersion.name} · ${t("programme.edition", { year: titleVersion.inForceFrom.slice(0, 4) })}`}
        beside={<CohortStateBadge state={cohort.state} />}
        actions={
          <>
            <AbilityButton
              ability={cohort.can.plan}
              variant={hasPlan ? "default" : "filled"}
              onClick={() => void navigate({ to: paths.proposePlan(cohort.id) })}
            >
              {t("propose.open")}
            </AbilityButton>
            <CalendarButton owner={{ kind: "cohort", cohortId: cohort.id }} />
            <TimetableLink contract={cohortTimetableRead} params={{ cohortId: cohort.id }} />
            <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <Button variant="default">{t("cohort.more")}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {barred !== null && <Menu.Label>{barred}</Menu.Label>}
                <Menu.Item
                  disabled={!cohort.can.update.allowed}
                  onClick={() => void navigate({ to: paths.editCohort(cohort.id) })}
                >
                  {t("cohort.edit")}
                </Menu.Item>
                <Menu.Item onClick={() => window.print()}>{t("cohort.print")}</Menu.Item>
                <Menu.Item
                  color="var(--bad-ink)"
                  disabled={!cohort.can.cancel.allowed}
                  onClick={() => setCancelling(true)}
                >
                  {t("cohort.cancel")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <Dialog
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={t("cohort.cancelTitle", { name: cohort.name })}
      >
        <ReasonForm
          consequence={t("cohort.cancelConsequence", {
            count: cohort.plan.halfDays,
            formatted: format.number(cohort.plan.halfDays),
          })}
          submitLabel={t("cohort.cancelSubmit")}
          confirm={async (reason) => {
            await send({ params: { cohortId: cohort.id }, body: { reason } }, cohort.version);
            tellDone(t("cohort.cancelDone"));
          }}
          onClose={() => setCancelling(false)}
        />
      </Dialog>
    </>
  );
}

import { planProposalCreate, type PlanProposal } from "@passerelle/contracts/plans";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { closuresOf, cohortQuery, draftedPlanQuery, roomsQuery, trainersQuery } from "../queries.ts";
import { load as loadYear } from "./CohortYearPage.tsx";
import { ProposalForm } from "./ProposalForm.tsx";
import { ProposalPreview } from "./ProposalPreview.tsx";
import classes from "./ProposePage.module.css";

const route = getRouteApi("/admin/cohorts/$cohortId/propose");

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  await Promise.all([
    loadYear(client, cohortId),
    client.ensureQueryData(trainersQuery),
    client.ensureQueryData(roomsQuery),
  ]);
}

/** Asks what a plan must respect, shows one that does, and adopts it; nothing is saved before. */
export function ProposePage() {
  const { t } = useTranslation();
  const { cohortId } = route.useParams();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: plan } = useSuspenseQuery(draftedPlanQuery(cohortId));
  const { data: closures } = useSuspenseQuery(closuresOf(cohort));
  const { data: trainers } = useSuspenseQuery(trainersQuery);
  const { data: rooms } = useSuspenseQuery(roomsQuery);
  const names = useMemo(() => new Map([...trainers, ...rooms].map(({ id, name }) => [id, name])), [trainers, rooms]);
  const [proposal, setProposal] = useState<PlanProposal | null>(null);
  const { send, pending } = useSend(planProposalCreate);
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (proposal !== null) preview.current?.focus();
  }, [proposal]);
  return (
    <>
      <PageTitle
        title={t("propose.title")}
        above={cohort.name}
        actions={
          <ButtonLink to={paths.cohort(cohortId)} variant="default">
            {t("propose.back")}
          </ButtonLink>
        }
      />
      <div className={classes.columns}>
        <Card title={t("propose.wishes")}>
          <ProposalForm
            cohort={cohort}
            blocks={plan.proof.blocks}
            trainers={trainers}
            rooms={rooms}
            closures={closures.items}
            pending={pending}
            onChange={() => setProposal(null)}
            propose={async (body) => {
              setProposal(null);
              setProposal(await send({ params: { cohortId }, body }));
            }}
          />
        </Card>
        <div ref={preview} tabIndex={-1} className={classes.preview}>
          {proposal === null ? (
            <p className={classes.nothing}>{t("propose.nothingYet")}</p>
          ) : (
            <ProposalPreview cohort={cohort} plan={plan} closures={closures.items} proposal={proposal} names={names} />
          )}
        </div>
      </div>
    </>
  );
}

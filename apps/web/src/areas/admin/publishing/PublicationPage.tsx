import type { Cohort } from "@passerelle/contracts/cohorts";
import type { ConcernedPerson } from "@passerelle/contracts/plan-versions";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { marksBetween } from "../cohort-year/plan-marks.ts";
import { closuresOf, cohortQuery, draftedPlanQuery, publishedPlanQuery } from "../queries.ts";
import { BlockDifferences } from "./BlockDifferences.tsx";
import { ConcernedPeople } from "./ConcernedPeople.tsx";
import { DifferenceLines } from "./DifferenceLines.tsx";
import { DraftChanges } from "./DraftChanges.tsx";
import { FindingDifferences } from "./FindingDifferences.tsx";
import { MovedAlert } from "./MovedAlert.tsx";
import { Obstacles } from "./Obstacles.tsx";
import { PublishedCard } from "./PublishedCard.tsx";
import { PublishedLine } from "./PublishedLine.tsx";
import { PublishForm } from "./PublishForm.tsx";
import { draftDifferenceQuery } from "./publishing-queries.ts";
import { TouchedMonths } from "./TouchedMonths.tsx";
import { usePublication } from "./use-publication.ts";
import classes from "./PublicationPage.module.css";

const route = getRouteApi("/admin/cohorts/$cohortId/publication");

interface Done {
  readonly number: number;
  readonly people: readonly ConcernedPerson[];
}

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  const [cohort] = await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureQueryData(draftedPlanQuery(cohortId)),
    client.ensureQueryData(publishedPlanQuery(cohortId)),
    client.ensureQueryData(draftDifferenceQuery(cohortId)),
  ]);
  await client.ensureQueryData(closuresOf(cohort));
}

/** What publishing a draft would come to, for whom, and the publication itself. */
export function PublicationPage() {
  const { t } = useTranslation();
  const { cohortId } = route.useParams();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: plan } = useSuspenseQuery(draftedPlanQuery(cohortId));
  const [done, setDone] = useState<Done | null>(null);
  const isDrafted = (plan.draft?.changes.length ?? 0) > 0;
  return (
    <>
      <PageTitle
        title={t("publication.title")}
        above={cohort.name}
        actions={
          <ButtonLink to={paths.cohort(cohortId)} variant="default">
            {t("propose.back")}
          </ButtonLink>
        }
      />
      {done !== null && <PublishedCard cohortId={cohortId} {...done} />}
      {done === null && !isDrafted && (
        <EmptyState title={t("publication.empty")} text={t("publication.emptyText")}>
          <PublishedLine plan={plan} />
        </EmptyState>
      )}
      {done === null && isDrafted && <Publication cohort={cohort} onDone={setDone} />}
    </>
  );
}

interface PublicationProps {
  readonly cohort: Cohort;
  readonly onDone: (done: Done) => void;
}

function Publication({ cohort, onDone }: PublicationProps) {
  const { t } = useTranslation();
  const { data: plan } = useSuspenseQuery(draftedPlanQuery(cohort.id));
  const { data: published } = useSuspenseQuery(publishedPlanQuery(cohort.id));
  const { data: difference } = useSuspenseQuery(draftDifferenceQuery(cohort.id));
  const { data: closures } = useSuspenseQuery(closuresOf(cohort));
  const marks = useMemo(() => marksBetween(published, plan), [published, plan]);
  const { review, barred, wasRefused, publish } = usePublication(plan, difference, onDone);
  const { lines, days, blocks, appeared, settled, people } = difference;
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        {review.moved !== null && (
          <MovedAlert moved={review.moved} takesFocus={wasRefused} accept={() => review.accept(plan)} />
        )}
        <Obstacles plan={plan} difference={difference} onChanged={review.accept} />
        <Card title={t("publication.changes", { count: days.length })}>
          <DifferenceLines lines={lines} most={12} />
          {plan.published !== null && (
            <TouchedMonths cohort={cohort} closures={closures.items} before={published} after={plan} marks={marks} />
          )}
        </Card>
        <Card title={t("difference.hours")}>
          <BlockDifferences blocks={blocks} />
          <FindingDifferences appeared={appeared} settled={settled} />
        </Card>
        <ConcernedPeople people={people} />
        <Card title={t("draft.changes")}>
          <DraftChanges plan={plan} newIds={review.newIds} onChanged={review.accept} />
        </Card>
      </div>
      <div className={classes.side}>
        <PublishForm difference={difference} barred={barred} publish={publish} />
      </div>
    </div>
  );
}

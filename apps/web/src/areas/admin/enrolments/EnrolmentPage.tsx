import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { enrolmentQuery, historyQuery, progressQuery } from "./enrolment-queries.ts";
import classes from "./EnrolmentPage.module.css";
import { EnrolmentStateBadge } from "./EnrolmentStateBadge.tsx";
import { HistoryCard } from "./HistoryCard.tsx";
import { PlacementCard } from "./PlacementCard.tsx";
import { PrescribedCard } from "./PrescribedCard.tsx";
import { ProgressCard } from "./ProgressCard.tsx";
import { StateCard } from "./StateCard.tsx";

const route = getRouteApi("/admin/enrolments/$enrolmentId");

export async function load(client: QueryClient, enrolmentId: string): Promise<void> {
  await Promise.all([
    client.ensureQueryData(enrolmentQuery(enrolmentId)),
    client.ensureQueryData(progressQuery(enrolmentId)),
    client.ensureInfiniteQueryData(historyQuery(enrolmentId)),
  ]);
}

/** One person in one cohort: where they stand, what is prescribed, and all that happened. */
export function EnrolmentPage() {
  const { t } = useTranslation();
  const { enrolmentId } = route.useParams();
  const { data: enrolment } = useSuspenseQuery(enrolmentQuery(enrolmentId));
  const { data: progress } = useSuspenseQuery(progressQuery(enrolmentId));
  const { person } = enrolment;
  return (
    <>
      <PageTitle
        title={`${person.givenName} ${person.usualName}`}
        above={
          <>
            <Link to={paths.cohortTrainees(enrolment.cohortId)}>{enrolment.cohortName}</Link>
            {` · ${t(`enrolmentRoute.${enrolment.route}`)}`}
          </>
        }
        beside={<EnrolmentStateBadge state={enrolment.state} />}
        actions={
          <ButtonLink to={paths.person(person.id)} variant="default">
            {t("enrolment.toPerson")}
          </ButtonLink>
        }
      />
      <ProgressCard progress={progress} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <PrescribedCard enrolment={enrolment} />
          <PlacementCard enrolment={enrolment} asOf={progress.asOf} />
        </div>
        <div className={classes.column}>
          <StateCard enrolment={enrolment} asOf={progress.asOf} />
          <HistoryCard enrolmentId={enrolmentId} />
        </div>
      </div>
    </>
  );
}

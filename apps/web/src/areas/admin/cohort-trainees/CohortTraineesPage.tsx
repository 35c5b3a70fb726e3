import { cohortProgressRead } from "@passerelle/contracts/progress";
import { Button } from "@mantine/core";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { CohortStateBadge } from "../../../components/CohortStateBadge.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { CohortTabs } from "../CohortTabs.tsx";
import { EnrolDialog } from "../enrolments/EnrolDialog.tsx";
import { cohortQuery } from "../queries.ts";
import classes from "./CohortTraineesPage.module.css";
import { traineesToShow } from "./trainee-order.ts";
import { TraineeTable } from "./TraineeTable.tsx";

const route = getRouteApi("/admin/cohorts/$cohortId/trainees");
const progressOf = (cohortId: string) => q(cohortProgressRead, { params: { cohortId } });

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  await Promise.all([client.ensureQueryData(cohortQuery(cohortId)), client.ensureQueryData(progressOf(cohortId))]);
}

/** Every trainee of a cohort on one line: course, stage, certificates, and who is behind. */
export function CohortTraineesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { cohortId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: progress } = useSuspenseQuery(progressOf(cohortId));
  const [enrolling, setEnrolling] = useState(false);
  const shown = traineesToShow(progress.trainees, search);
  const change = (part: typeof search) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <PageTitle
        title={cohort.name}
        above={t("trainees.above")}
        beside={<CohortStateBadge state={cohort.state} />}
        actions={<Button onClick={() => setEnrolling(true)}>{t("trainees.enrol")}</Button>}
      />
      <CohortTabs cohortId={cohortId} />
      <p className={classes.facts}>
        {t("trainees.seats", { count: progress.seatsTaken, capacity: format.number(progress.capacity) })}
        {progress.deadline !== null && ` · ${t("trainees.deadline", { day: format.day(progress.deadline, "plain") })}`}
      </p>
      {progress.trainees.length === 0 ? (
        <EmptyState title={t("trainees.none")} text={t("trainees.noneText")} />
      ) : (
        <>
          <div className={classes.choices}>
            <Choice pressed={search.show !== "behind"} onClick={() => change({ show: undefined })}>
              {t("trainees.all", { count: progress.trainees.length })}
            </Choice>
            <Choice pressed={search.show === "behind"} onClick={() => change({ show: "behind" })}>
              {t("trainees.behind", { count: progress.behind })}
            </Choice>
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t("trainees.noneBehind")} text={t("trainees.noneBehindText")} />
          ) : (
            <TraineeTable
              trainees={shown}
              sort={search.sort ?? "name"}
              onSort={(sort) => change({ sort: sort === "name" ? undefined : sort })}
            />
          )}
        </>
      )}
      <EnrolDialog opened={enrolling} onClose={() => setEnrolling(false)} cohortId={cohortId} />
    </>
  );
}

interface ChoiceProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Choice({ pressed, onClick, children }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

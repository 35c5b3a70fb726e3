import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { workListQuery } from "../queries.ts";
import { ToPublishCard } from "./ToPublishCard.tsx";
import { ToStaffCard } from "./ToStaffCard.tsx";
import classes from "./WorkListPage.module.css";

export async function load(client: QueryClient): Promise<void> {
  await client.ensureQueryData(workListQuery);
}

/** What needs the referent today; each line leads to where it is done. */
export function WorkListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSuspenseQuery(workListQuery);
  const { weeksToValidate, traineesBehind, cohortsWithoutSoundPlan, halfDaysToStaff, draftsToPublish } = data;
  const isClear =
    weeksToValidate.count === 0 &&
    traineesBehind.length === 0 &&
    cohortsWithoutSoundPlan.length === 0 &&
    halfDaysToStaff.length === 0 &&
    draftsToPublish.length === 0;
  return (
    <>
      <PageTitle title={t("work.title")} above={format.day(data.asOf, "long")} />
      {isClear && (
        <EmptyState title={t("work.clear")} text={t("work.clearText")}>
          <ButtonLink to={paths.cohorts()} variant="default">
            {t("work.toCohorts")}
          </ButtonLink>
        </EmptyState>
      )}
      {draftsToPublish.length > 0 && <ToPublishCard drafts={draftsToPublish} />}
      {halfDaysToStaff.length > 0 && <ToStaffCard entries={halfDaysToStaff} />}
      {weeksToValidate.count > 0 && (
        <Card title={t("work.weeks", { count: weeksToValidate.count })}>
          <p className={classes.quiet}>
            {weeksToValidate.oldestSubmittedOn === null
              ? t("work.weeksHours", { hours: format.hours(weeksToValidate.minutes) })
              : t("work.weeksSince", {
                  hours: format.hours(weeksToValidate.minutes),
                  day: format.day(weeksToValidate.oldestSubmittedOn, "plain"),
                })}
          </p>
          <ul className={classes.list}>
            {weeksToValidate.cohorts.map(({ cohortId, cohortName, count }) => (
              <li key={cohortId}>
                <Link to={paths.stageQueue()} search={{ cohortId }} className={classes.row}>
                  <span className={classes.name}>{cohortName}</span>
                  <span className={classes.fact}>{t("work.weeksOf", { count })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {traineesBehind.length > 0 && (
        <Card title={t("work.behind", { count: traineesBehind.length })}>
          <ul className={classes.list}>
            {traineesBehind.map(({ enrolmentId, person, cohortName, leftMinutes, forecastOn, deadline }) => (
              <li key={enrolmentId}>
                <Link to={paths.enrolment(enrolmentId)} className={classes.row}>
                  <span>
                    <span className={classes.name}>
                      {person.givenName} {person.usualName}
                    </span>{" "}
                    <span className={classes.quiet}>{cohortName}</span>
                  </span>
                  <span className={classes.fact}>
                    {t("work.left", { hours: format.hours(leftMinutes) })}
                    {deadline !== null && ` · ${t("work.deadline", { day: format.day(deadline, "plain") })}`}
                    {" · "}
                    {forecastOn === null
                      ? t("work.noPace")
                      : t("work.forecast", { day: format.day(forecastOn, "plain") })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {cohortsWithoutSoundPlan.length > 0 && (
        <Card title={t("work.plans", { count: cohortsWithoutSoundPlan.length })}>
          <ul className={classes.list}>
            {cohortsWithoutSoundPlan.map(({ cohortId, cohortName, startsOn, dueMinutes, plannedMinutes, problem }) => (
              <li key={cohortId}>
                <Link to={paths.cohort(cohortId)} className={classes.row}>
                  <span>
                    <span className={classes.name}>{cohortName}</span>{" "}
                    <span className={classes.quiet}>{t("work.starts", { day: format.day(startsOn, "plain") })}</span>
                  </span>
                  <span className={classes.fact}>
                    {t(`work.problem.${problem}`, {
                      planned: format.hours(plannedMinutes),
                      due: format.hours(dueMinutes),
                    })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

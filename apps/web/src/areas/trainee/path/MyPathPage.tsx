import { halfDayList } from "@passerelle/contracts/sessions";
import type { Enrolment } from "@passerelle/contracts/enrolments";
import { stageWeekList } from "@passerelle/contracts/stage-weeks";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { usePerson } from "../../../components/me.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { EnrolmentChoice } from "../EnrolmentChoice.tsx";
import { NoEnrolment } from "../NoEnrolment.tsx";
import { loadEnrolment, progressQuery, useEnrolment } from "../queries.ts";
import { CourseCard } from "./CourseCard.tsx";
import { isOver } from "./is-over.ts";
import classes from "./MyPathPage.module.css";
import { NowCard } from "./NowCard.tsx";
import { PassportCard } from "./PassportCard.tsx";
import { StageCard } from "./StageCard.tsx";
import { whatNow } from "./what-now.ts";

const latestWeeksQuery = (enrolmentId: string) =>
  q(stageWeekList, { query: { enrolmentId, sort: "-monday", limit: 60 } });
const comingQuery = (cohortId: string) => q(halfDayList, { query: { cohortId, limit: 200 } });

const changesNotice = () => import("../../../components/timetable-changes/ChangesNotice.tsx");
const ChangesNotice = lazy(async () => ({ default: (await changesNotice()).ChangesNotice }));

export async function load(client: QueryClient, asked: string | undefined): Promise<void> {
  const enrolment = await loadEnrolment(client, asked);
  if (enrolment === null) return;
  await Promise.all([
    client.ensureQueryData(progressQuery(enrolment.id)),
    client.ensureQueryData(latestWeeksQuery(enrolment.id)),
    client.ensureQueryData(comingQuery(enrolment.cohortId)),
    loadNotice(client),
  ]);
}

/** With the page, so that nothing moves once it is shown, and apart from it: it weighs on no first load. */
async function loadNotice(client: QueryClient): Promise<void> {
  const [{ loadChanges }] = await Promise.all([
    import("../../../components/timetable-changes/queries.ts"),
    changesNotice(),
  ]);
  await loadChanges(client);
}

export function MyPathPage() {
  const enrolment = useEnrolment();
  return enrolment === null ? <NoEnrolment /> : <MyPath enrolment={enrolment} />;
}

function MyPath({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation("trainee");
  const person = usePerson();
  const [{ data: progress }, { data: weeks }, { data: halfDays }] = useSuspenseQueries({
    queries: [progressQuery(enrolment.id), latestWeeksQuery(enrolment.id), comingQuery(enrolment.cohortId)],
  });
  const next =
    progress.course.toComeMinutes === 0
      ? null
      : (halfDays.items.find(({ day, state }) => state === "planned" && day >= progress.asOf) ?? null);
  const now = whatNow({ progress, weeks: weeks.items, next });
  const { passed, total } = progress.sessions;
  return (
    <>
      <PageTitle
        above={t("path.hello", { name: person.givenName })}
        title={t("path.title")}
        beside={
          total > 0 &&
          progress.course.prescribedMinutes > 0 && (
            <span className={classes.badge}>{t("path.sessions", { count: passed, total })}</span>
          )
        }
      />
      <EnrolmentChoice />
      <Suspense>
        <ChangesNotice to={paths.timetable()} />
      </Suspense>
      {progress.state !== "in_training" && <p className={classes.state}>{t(`path.state.${progress.state}`)}</p>}
      <div className={classes.cards}>
        {(now.kind !== "nothing" || !isOver(progress)) && <NowCard now={now} />}
        <CourseCard progress={progress} />
        <StageCard progress={progress} />
        <PassportCard progress={progress} />
      </div>
    </>
  );
}

import { Button } from "@mantine/core";
import { enrolmentTimetableRead } from "@passerelle/contracts/documents";
import type { Enrolment } from "@passerelle/contracts/enrolments";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { blockStyles } from "../../../components/blocks.ts";
import { CalendarButton } from "../../../components/calendar-subscription/CalendarButton.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { loadChanges, useTimetableChanges } from "../../../components/timetable-changes/queries.ts";
import { TimetableChanges } from "../../../components/timetable-changes/TimetableChanges.tsx";
import { TimetableLink } from "../../../components/TimetableLink.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { EnrolmentChoice } from "../EnrolmentChoice.tsx";
import { halfDaysQuery } from "../half-days.ts";
import { NoEnrolment } from "../NoEnrolment.tsx";
import { loadEnrolment, progressQuery, useEnrolment } from "../queries.ts";
import { MonthView } from "./MonthView.tsx";
import { daysOf, groupsOf, nextDay } from "./timetable.ts";
import { TimetableList } from "./TimetableList.tsx";
import { useIsWide } from "./use-is-wide.ts";
import { ViewChoice } from "./ViewChoice.tsx";

export async function load(client: QueryClient, asked: string | undefined): Promise<void> {
  const enrolment = await loadEnrolment(client, asked);
  if (enrolment === null) return;
  await Promise.all([
    client.ensureQueryData(progressQuery(enrolment.id)),
    client.ensureQueryData(halfDaysQuery(enrolment.cohortId)),
    loadChanges(client),
  ]);
}

export function TimetablePage() {
  const enrolment = useEnrolment();
  return enrolment === null ? <NoEnrolment /> : <Timetable enrolment={enrolment} />;
}

const route = getRouteApi("/trainee/timetable");

function Timetable({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation("trainee");
  const isWide = useIsWide();
  const view = route.useSearch().view ?? (isWide ? "month" : "list");
  const [{ data: progress }, { data: halfDays }] = useSuspenseQueries({
    queries: [progressQuery(enrolment.id), halfDaysQuery(enrolment.cohortId)],
  });
  const { changed } = useTimetableChanges();
  const today = progress.asOf;
  const days = daysOf(halfDays);
  const marks = {
    today,
    next: nextDay(days, today),
    changed,
    looks: blockStyles(progress.course.blocks),
  };
  return (
    <>
      <PageTitle
        title={t("timetable.title")}
        above={enrolment.cohortName}
        actions={
          <>
            <CalendarButton owner={{ kind: "person" }} />
            <TimetableLink contract={enrolmentTimetableRead} params={{ enrolmentId: enrolment.id }} />
            <Button variant="default" onClick={() => window.print()}>
              {t("timetable.print")}
            </Button>
          </>
        }
      />
      <EnrolmentChoice />
      <TimetableChanges />
      {days.length === 0 ? (
        <EmptyState title={t("timetable.empty")} text={t("timetable.emptyText")} />
      ) : (
        <>
          <ViewChoice view={view} />
          {view === "list" ? (
            <TimetableList groups={groupsOf(halfDays)} marks={marks} />
          ) : (
            <MonthView days={days} marks={marks} />
          )}
        </>
      )}
    </>
  );
}

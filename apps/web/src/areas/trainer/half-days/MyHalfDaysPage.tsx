import { trainerTimetableRead } from "@passerelle/contracts/documents";
import { halfDayList } from "@passerelle/contracts/sessions";
import { civilDayOf, localTimeOf } from "@passerelle/domain/time";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { qAll } from "../../../api/query.ts";
import { blockStyle } from "../../../components/blocks.ts";
import { CalendarButton } from "../../../components/calendar-subscription/CalendarButton.tsx";
import { usePerson } from "../../../components/me.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { loadChanges, useTimetableChanges } from "../../../components/timetable-changes/queries.ts";
import { TimetableChanges } from "../../../components/timetable-changes/TimetableChanges.tsx";
import { TimetableLink } from "../../../components/TimetableLink.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { NotTrainerYet } from "../NotTrainerYet.tsx";
import { ownTrainerId, trainerQuery } from "../queries.ts";
import { nextHalfDay, ownBlocks, splitAt, weeksOf } from "./agenda.ts";
import { AgendaWeeks } from "./AgendaWeeks.tsx";
import classes from "./MyHalfDaysPage.module.css";
import { NextCard } from "./NextCard.tsx";

const halfDaysQuery = (trainerId: string) => qAll(halfDayList, { query: { trainerId } });

export async function load(client: QueryClient): Promise<void> {
  const trainerId = await ownTrainerId(client);
  if (trainerId === null) return;
  await Promise.all([
    client.ensureQueryData(halfDaysQuery(trainerId)),
    client.ensureQueryData(trainerQuery(trainerId)),
    loadChanges(client),
  ]);
}

export function MyHalfDaysPage() {
  const { t } = useTranslation("trainer");
  const { trainerId } = usePerson();
  return trainerId === null ? <NotTrainerYet title={t("halfDays.title")} /> : <MyHalfDays trainerId={trainerId} />;
}

function MyHalfDays({ trainerId }: { readonly trainerId: string }) {
  const { t } = useTranslation("trainer");
  const { givenName } = usePerson();
  const [{ data: halfDays }, { data: trainer }] = useSuspenseQueries({
    queries: [halfDaysQuery(trainerId), trainerQuery(trainerId)],
  });
  const { changed } = useTimetableChanges();
  const instant = Temporal.Now.instant();
  const [today, now] = [civilDayOf(instant), localTimeOf(instant)];
  const { past, coming } = splitAt(halfDays, today);
  const next = nextHalfDay(coming, now);
  const blocks = ownBlocks(trainer.competencies);
  const looks = new Map([...blocks].map(([code, { position }]) => [code, blockStyle(position)]));
  const weeks = { today, looks, changed };
  return (
    <>
      <PageTitle
        above={t("halfDays.hello", { name: givenName })}
        title={t("halfDays.title")}
        actions={
          <>
            <CalendarButton owner={{ kind: "person" }} />
            <TimetableLink contract={trainerTimetableRead} params={{ trainerId }} />
          </>
        }
      />
      <TimetableChanges namesCohort />
      {next === null ? (
        <EmptyState title={t("halfDays.none")} text={t("halfDays.noneText")} />
      ) : (
        <NextCard halfDay={next} blockTitle={blocks.get(next.blockCode ?? "")?.title} today={today} now={now} />
      )}
      <AgendaWeeks weeks={weeksOf(coming)} {...weeks} />
      {past.length > 0 && (
        <details className={classes.past}>
          <summary className={classes.summary}>{t("halfDays.past", { count: past.length })}</summary>
          <div className={classes.weeks}>
            <AgendaWeeks weeks={weeksOf(past).toReversed()} {...weeks} />
          </div>
        </details>
      )}
    </>
  );
}

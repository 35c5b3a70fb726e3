import type { Enrolment } from "@passerelle/contracts/enrolments";
import type { HalfDay } from "@passerelle/contracts/plans";
import { isIsoWeek, weekOf } from "@passerelle/domain/placement/iso-week";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { EnrolmentChoice } from "../EnrolmentChoice.tsx";
import { halfDaysQuery } from "../half-days.ts";
import { NoEnrolment } from "../NoEnrolment.tsx";
import { loadEnrolment, progressQuery, useEnrolment } from "../queries.ts";
import { PastWeeks } from "./PastWeeks.tsx";
import { weeksQuery } from "./queries.ts";
import { WeekCard } from "./WeekCard.tsx";

export async function load(client: QueryClient, asked: string | undefined): Promise<void> {
  const enrolment = await loadEnrolment(client, asked);
  if (enrolment === null) return;
  await Promise.all([
    client.ensureQueryData(progressQuery(enrolment.id)),
    client.ensureQueryData(weeksQuery(enrolment.id)),
    client.ensureQueryData(halfDaysQuery(enrolment.cohortId)),
  ]);
}

export function StagePage() {
  const enrolment = useEnrolment();
  return enrolment === null ? <NoEnrolment /> : <StageLog enrolment={enrolment} />;
}

const route = getRouteApi("/trainee/stage");

function StageLog({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const barred = useAbilityReason()(enrolment.can.logStage);
  const { week: asked } = route.useSearch();
  const [{ data: progress }, { data: weeks }, { data: halfDays }] = useSuspenseQueries({
    queries: [progressQuery(enrolment.id), weeksQuery(enrolment.id), halfDaysQuery(enrolment.cohortId)],
  });
  const { stage, asOf } = progress;
  const week = weekToShow(asked, weekOf(asOf));
  const canLog = stage.need === "required" && barred === null;
  const stored = weeks.find((each) => each.week === week) ?? null;
  return (
    <>
      <PageTitle title={t("stageLog.title")} />
      <EnrolmentChoice />
      {stage.need === "required" ? (
        <p>
          {t("stageLog.figures", {
            validated: format.hours(stage.validatedMinutes),
            required: format.hours(stage.requiredMinutes),
            waiting: format.hours(stage.declaredMinutes + stage.confirmedMinutes),
          })}
        </p>
      ) : (
        <Callout tone="plain">
          <p>{t(`stage.need.${stage.need}`)}</p>
        </Callout>
      )}
      {stage.need === "required" && barred !== null && (
        <Callout tone="plain" title={t("stageLog.closed")}>
          <p>{progress.state === "in_training" ? barred : t(`path.state.${progress.state}`)}</p>
        </Callout>
      )}
      {(canLog || stored !== null) && (
        <WeekCard
          key={`${enrolment.id} ${week}`}
          enrolmentId={enrolment.id}
          week={week}
          stored={stored}
          weeks={weeks}
          today={asOf}
          halfDays={coming(halfDays)}
          canLog={canLog}
        />
      )}
      <PastWeeks weeks={weeks} shown={week} />
    </>
  );
}

/** The week asked for, never beyond this one. */
function weekToShow(asked: string | undefined, thisWeek: string): string {
  return asked !== undefined && isIsoWeek(asked) && asked < thisWeek ? asked : thisWeek;
}

/** Cancelled ones leave their day free for the placement. */
function coming(halfDays: readonly HalfDay[]): HalfDay[] {
  return halfDays.filter(({ state }) => state !== "cancelled");
}

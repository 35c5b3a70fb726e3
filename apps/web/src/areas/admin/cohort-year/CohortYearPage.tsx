import { civilDayOf } from "@passerelle/domain/time";
import { useMediaQuery } from "@mantine/hooks";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { blockStyles } from "../../../components/blocks.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { CohortTabs } from "../CohortTabs.tsx";
import { closuresOf, cohortQuery, planQuery, providerQuery } from "../queries.ts";
import { calendarMonths, firstDayOf, marksOpen, type CalendarGroup, type CalendarPlan } from "./calendar.ts";
import { ChangeDialogs } from "./ChangeDialogs.tsx";
import { CohortHeader } from "./CohortHeader.tsx";
import { DragHint } from "./DragHint.tsx";
import { Findings } from "./Findings.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { HistoryBar } from "./HistoryBar.tsx";
import { Legend } from "./Legend.tsx";
import type { Limits } from "./move-target.ts";
import { EXAM, viewOfPlan } from "./plan-view.ts";
import { ProofCard } from "./ProofCard.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { usePlanChanges } from "./use-plan-changes.ts";
import { useYearMoves } from "./use-year-moves.ts";
import { VerdictCard } from "./VerdictCard.tsx";
import { YearCalendar } from "./YearCalendar.tsx";
import classes from "./CohortYearPage.module.css";

const route = getRouteApi("/admin/cohorts/$cohortId");
const WIDE = "(min-width: 75em)";

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  const [cohort] = await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureQueryData(planQuery(cohortId)),
    client.ensureQueryData(providerQuery),
  ]);
  await client.ensureQueryData(closuresOf(cohort));
}

export function CohortYearPage() {
  const { t } = useTranslation();
  const { cohortId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isWide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches, { getInitialValueInEffect: false });
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: plan } = useSuspenseQuery(planQuery(cohortId));
  const { data: closures } = useSuspenseQuery(closuresOf(cohort));
  const { data: provider } = useSuspenseQuery(providerQuery);
  const view = useMemo(() => viewOfPlan(plan), [plan]);
  const months = useMemo(
    () => calendarMonths(view, closures.items, cohort.startsOn, cohort.endsOn, cohort.holidayZone),
    [view, closures, cohort.startsOn, cohort.endsOn, cohort.holidayZone],
  );
  const looks = useMemo(() => blockStyles(plan.proof.blocks), [plan.proof.blocks]);
  const { inForceFrom, inForceTo } = cohort.programme.titleVersion;
  const limits: Limits = { closures: closures.items, holidayZone: cohort.holidayZone, inForceFrom, inForceTo };

  const asked = view.groups.find(({ key }) => key === search.session);
  const selected = (asked ?? (isWide ? nextGroup(view) : undefined))?.key;
  const session = plan.sessions.find(({ id }) => id === selected);
  const hasSelection = session !== undefined || (selected === EXAM && plan.examHalfDays.length > 0);
  const select = (key: string | undefined) =>
    void navigate({ search: { session: key }, replace: true, resetScroll: false });

  const changes = usePlanChanges(plan);
  const { handling, actions, moving, change, close } = useYearMoves({
    plan,
    view,
    limits,
    changes,
    selected,
    select,
    followsMoves: isWide,
  });

  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <p className={classes.onPaper}>{provider.name}</p>
        <CohortHeader cohort={cohort} hasPlan={view.groups.length > 0} />
        <div className={classes.tabs}>
          <CohortTabs cohortId={cohortId} />
          <HistoryBar history={plan.history} changes={changes} />
        </div>
        {cohort.cancelledReason !== null && (
          <Callout tone="bad" title={t("cohort.isCancelled")}>
            <p>{cohort.cancelledReason}</p>
          </Callout>
        )}
        {view.groups.length === 0 && (
          <Callout tone="plain" title={t("year.emptyTitle")}>
            <p>{t("year.emptyText")}</p>
          </Callout>
        )}
        <ProofCard proof={plan.proof} />
        {plan.gapReason !== null && (
          <Callout tone="plain" title={t("year.gapReason")}>
            <p>{plan.gapReason}</p>
          </Callout>
        )}
        {view.groups.length > 0 && <Findings findings={plan.proof.findings} cohortId={cohortId} />}
        <YearCalendar months={months} looks={looks} from={cohort.startsOn} to={cohort.endsOn} handling={handling}>
          <VerdictCard proof={plan.proof} />
        </YearCalendar>
        <Legend
          looks={looks}
          hasExam={cohort.programme.examDayCount > 0}
          isMovable={view.groups.length > 0}
          marksOpen={marksOpen(view)}
        />
      </div>
      {hasSelection && (
        <SidePanel isWide={isWide} onClose={() => select(undefined)}>
          <GroupPanel plan={plan} session={session ?? null} looks={looks} actions={actions} />
        </SidePanel>
      )}
      <DragHint moving={moving} />
      <ChangeDialogs
        change={change}
        cohort={cohort}
        plan={plan}
        view={view}
        limits={limits}
        changes={changes}
        onClose={close}
      />
    </div>
  );
}

/** The session now running or next to come; the first one when all are over. */
function nextGroup({ groups }: CalendarPlan): CalendarGroup | undefined {
  const today = civilDayOf(Temporal.Now.instant());
  const isFinished = groups.every((group) => group.halfDays.every(({ day }) => day < today));
  if (isFinished) return groups[0];
  return groups
    .toSorted((a, b) => (firstDayOf(a) ?? "").localeCompare(firstDayOf(b) ?? ""))
    .find(({ halfDays }) => halfDays.some(({ day }) => day >= today));
}

import { useMediaQuery } from "@mantine/hooks";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import { civilDayOf } from "@passerelle/domain/time";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { blockStyles } from "../../../components/blocks.ts";
import { focusHeading } from "../../../components/focus-heading.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { CohortTabs } from "../CohortTabs.tsx";
import { BeforeAfter, type Side } from "../publishing/BeforeAfter.tsx";
import { DraftBar } from "../publishing/DraftBar.tsx";
import { PublishedLine } from "../publishing/PublishedLine.tsx";
import { closuresOf, cohortQuery, draftedPlanQuery, providerQuery, publishedPlanQuery } from "../queries.ts";
import { firstDayOf, type CalendarGroup, type CalendarPlan } from "./calendar.ts";
import { ChangeDialogs } from "./ChangeDialogs.tsx";
import { CohortHeader } from "./CohortHeader.tsx";
import { DragHint } from "./DragHint.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { HistoryBar } from "./HistoryBar.tsx";
import type { Limits } from "./move-target.ts";
import { marksBetween, NO_MARKS } from "./plan-marks.ts";
import { EXAM, viewOfPlan } from "./plan-view.ts";
import { SidePanel } from "./SidePanel.tsx";
import { usePlanChanges, type PlanChanges } from "./use-plan-changes.ts";
import { useYearMoves } from "./use-year-moves.ts";
import { YearSheet } from "./YearSheet.tsx";
import classes from "./CohortYearPage.module.css";

const route = getRouteApi("/admin/cohorts/$cohortId");
const WIDE = "(min-width: 75em)";

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  const [cohort] = await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureQueryData(draftedPlanQuery(cohortId)),
    client.ensureQueryData(publishedPlanQuery(cohortId)),
    client.ensureQueryData(providerQuery),
  ]);
  await client.ensureQueryData(closuresOf(cohort));
}

/** The whole cohort on one screen, as its draft makes it; before and after when there is one. */
export function CohortYearPage() {
  const { cohortId } = route.useParams();
  const search = route.useSearch();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: plan } = useSuspenseQuery(draftedPlanQuery(cohortId));
  const { data: published } = useSuspenseQuery(publishedPlanQuery(cohortId));
  const { data: closures } = useSuspenseQuery(closuresOf(cohort));
  // Against no version at all everything would be new.
  const marks = useMemo(() => (plan.published === null ? NO_MARKS : marksBetween(published, plan)), [published, plan]);
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const isWide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches, { getInitialValueInEffect: false });
  const view = useMemo(() => viewOfPlan(plan), [plan]);
  const looks = useMemo(() => blockStyles(plan.proof.blocks), [plan.proof.blocks]);
  const { inForceFrom, inForceTo } = cohort.programme.titleVersion;
  const limits: Limits = { closures: closures.items, holidayZone: cohort.holidayZone, inForceFrom, inForceTo };

  // The published plan, to compare: nothing can be changed in it.
  const isBefore = search.shown === "before" && marks.size > 0;
  const asked = view.groups.find(({ key }) => key === search.session);
  const selected = isBefore ? undefined : (asked ?? (isWide ? nextGroup(view) : undefined))?.key;
  const session = plan.sessions.find(({ id }) => id === selected);
  const hasSelection = session !== undefined || (selected === EXAM && plan.examHalfDays.length > 0);
  const select = (key: string | undefined) =>
    void navigate({ search: { session: key }, replace: true, resetScroll: false });

  const changes = usePlanChanges(plan);
  const moves = { plan, view, limits, changes, selected, select, followsMoves: isWide };
  const { handling, actions, moving, change, close } = useYearMoves(moves);
  const sheet = { cohort, closures: closures.items, marks };

  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <YearTop cohort={cohort} plan={plan} changes={changes}>
          {marks.size > 0 && <Sides />}
        </YearTop>
        {view.groups.length === 0 && (
          <Callout tone="plain" title={t("year.emptyTitle")}>
            <p>{t("year.emptyText")}</p>
          </Callout>
        )}
        {isBefore ? (
          <YearSheet {...sheet} plan={published}>
            <p className={classes.side}>{t("marks.isBefore", { number: published.published?.number })}</p>
          </YearSheet>
        ) : (
          <YearSheet {...sheet} plan={plan} handling={handling} />
        )}
      </div>
      {hasSelection && (
        <SidePanel isWide={isWide} onClose={() => select(undefined)}>
          <GroupPanel plan={plan} session={session ?? null} looks={looks} actions={actions} />
        </SidePanel>
      )}
      <DragHint moving={moving} />
      <ChangeDialogs {...{ change, cohort, plan, view, limits, changes }} onClose={close} />
    </div>
  );
}

interface YearTopProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly changes: PlanChanges;
  /** Beside the version everybody sees. */
  readonly children: ReactNode;
}

/** The cohort, what everybody sees of its plan, and what is drafted. */
function YearTop({ cohort, plan, changes, children }: YearTopProps) {
  const { t } = useTranslation();
  const { data: provider } = useSuspenseQuery(providerQuery);
  const isDrafted = (plan.draft?.changes.length ?? 0) > 0;
  useFocusKept(isDrafted);
  const history = <HistoryBar history={plan.history} changes={changes} isTight={isDrafted} />;
  return (
    <>
      <p className={classes.onPaper}>{provider.name}</p>
      <CohortHeader cohort={cohort} hasPlan={plan.sessions.length > 0 || plan.examHalfDays.length > 0} />
      <CohortTabs cohortId={cohort.id} />
      <PublishedLine plan={plan}>{isDrafted ? children : history}</PublishedLine>
      <DraftBar drafts={isDrafted ? [{ plan, cohortName: cohort.name }] : []}>{history}</DraftBar>
      {cohort.cancelledReason !== null && (
        <Callout tone="bad" title={t("cohort.isCancelled")}>
          <p>{cohort.cancelledReason}</p>
        </Callout>
      )}
    </>
  );
}

/** Undoing the last change, or doing the first again, moves the buttons that do it: the focus does not get lost. */
function useFocusKept(isDrafted: boolean): void {
  const was = useRef(isDrafted);
  useEffect(() => {
    if (was.current !== isDrafted && document.activeElement === document.body) focusHeading();
    was.current = isDrafted;
  }, [isDrafted]);
}

/** Before or after, as the address says it. */
function Sides() {
  const { shown = "after" } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (side: Side) =>
    void navigate({
      search: (current) => ({ ...current, shown: side === "before" ? side : undefined }),
      replace: true,
      resetScroll: false,
    });
  return <BeforeAfter side={shown} choose={choose} />;
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

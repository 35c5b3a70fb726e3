import type { HalfDay, Session } from "@passerelle/contracts/plans";
import { civilDayOf } from "@passerelle/domain/time";
import { useMediaQuery } from "@mantine/hooks";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { blockStyles } from "../../../components/blocks.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { closuresOf, cohortQuery, planQuery } from "../queries.ts";
import { calendarMonths, firstDayOf, type CalendarGroup, type CalendarPlan } from "./calendar.ts";
import type { Aim, Cargo } from "./cargo.ts";
import { ChangeDialogs, type Change } from "./ChangeDialogs.tsx";
import { CohortHeader } from "./CohortHeader.tsx";
import { DragHint } from "./DragHint.tsx";
import { Findings } from "./Findings.tsx";
import { GroupPanel, type PanelActions } from "./GroupPanel.tsx";
import { Legend } from "./Legend.tsx";
import type { Limits } from "./move-target.ts";
import { EXAM, viewOfPlan } from "./plan-view.ts";
import { ProofCard } from "./ProofCard.tsx";
import type { RunHandling } from "./RunCells.tsx";
import { focusRun, focusNextRun } from "./run-focus.ts";
import { SidePanel } from "./SidePanel.tsx";
import { useMoving } from "./use-moving.ts";
import { usePlanChanges } from "./use-plan-changes.ts";
import { VerdictCard } from "./VerdictCard.tsx";
import { YearCalendar } from "./YearCalendar.tsx";
import classes from "./CohortYearPage.module.css";

const route = getRouteApi("/admin/cohorts/$cohortId");
const WIDE = "(min-width: 75em)";

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  const [cohort] = await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureQueryData(planQuery(cohortId)),
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
  const [change, setChange] = useState<Change | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const changes = usePlanChanges(cohortId);

  const view = useMemo(() => viewOfPlan(plan), [plan]);
  const months = useMemo(
    () => calendarMonths(view, closures.items, cohort.startsOn, cohort.endsOn),
    [view, closures, cohort.startsOn, cohort.endsOn],
  );
  const looks = useMemo(() => blockStyles(plan.proof.blocks), [plan.proof.blocks]);
  const { inForceFrom, inForceTo } = cohort.programme.titleVersion;
  const limits: Limits = { closures: closures.items, inForceFrom, inForceTo };

  const selected = search.session ?? (isWide ? nextGroup(view)?.key : undefined);
  const session = plan.sessions.find(({ id }) => id === selected);
  const hasSelection = session !== undefined || (selected === EXAM && plan.examHalfDays.length > 0);
  const select = (key: string | undefined) =>
    void navigate({ search: { session: key }, replace: true, resetScroll: false });

  const { moving, grab, steer, lift, letGo } = useMoving(view, limits, (cargo, aim, byKeyboard) => {
    void drop(cargo, aim).then(() => byKeyboard && focusRun(cargo.groupKey));
  });

  /** What the API refuses opens the form on the days tried, with the reason. */
  async function drop(cargo: Cargo, aim: Aim): Promise<void> {
    const moved = plan.sessions.find(({ id }) => id === cargo.groupKey);
    const halfDay = allHalfDays().find(({ id }) => id === cargo.halfDay?.id);
    const [day] = aim.days;
    setBusy(cargo.groupKey);
    if (isWide) select(cargo.groupKey);
    try {
      if (halfDay !== undefined && day !== undefined && aim.slot !== null)
        await changes.moveHalfDay(halfDay, day, aim.slot);
      else if (moved !== undefined) await changes.moveSession(moved, aim.days);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.status === 412) return;
      if (halfDay !== undefined && day !== undefined && aim.slot !== null) {
        setChange({ kind: "halfDay", halfDay, tried: { day, slot: aim.slot, problem } });
      } else if (moved !== undefined)
        setChange({ kind: "session", session: moved, tried: { days: aim.days, problem } });
    } finally {
      setBusy(null);
    }
  }

  function allHalfDays(): HalfDay[] {
    return [...plan.sessions.flatMap(({ halfDays }) => halfDays), ...plan.examHalfDays];
  }

  function cargoOf(group: CalendarGroup): Cargo | null {
    const movable = plan.sessions.find(({ id }) => id === group.key);
    return movable?.can.move.allowed === true ? { groupKey: group.key, days: movable.days, halfDay: null } : null;
  }

  const handling: RunHandling = {
    moving,
    selected: selected ?? null,
    busy,
    select,
    grab: (event, group, day) => {
      const cargo = cargoOf(group);
      if (cargo !== null) grab(event, cargo, day);
    },
    press: (event, group) => {
      if (steer(event)) return;
      const cargo =
        event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey && !event.altKey ? cargoOf(group) : null;
      if (cargo !== null) lift(cargo);
      else focusNextRun(event);
    },
    leave: letGo,
  };

  const actions: PanelActions = {
    moveSession: (chosen: Session) => setChange({ kind: "session", session: chosen, tried: undefined }),
    moveHalfDay: (halfDay) => setChange({ kind: "halfDay", halfDay, tried: undefined }),
    cancelHalfDay: (halfDay) => setChange({ kind: "cancel", halfDay }),
    grabHalfDay: (event, { id, slot, day, sessionId }) =>
      grab(event, { groupKey: sessionId ?? EXAM, days: [day], halfDay: { id, slot } }, day),
  };

  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <CohortHeader cohort={cohort} hasPlan={view.groups.length > 0} />
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
        {view.groups.length > 0 && <Findings findings={plan.proof.findings} />}
        <YearCalendar months={months} looks={looks} from={cohort.startsOn} to={cohort.endsOn} handling={handling}>
          <VerdictCard proof={plan.proof} />
        </YearCalendar>
        <Legend looks={looks} hasExam={cohort.programme.examDayCount > 0} isMovable={view.groups.length > 0} />
      </div>
      {hasSelection && (
        <SidePanel isWide={isWide} onClose={() => select(undefined)}>
          <GroupPanel plan={plan} session={session ?? null} looks={looks} actions={actions} />
        </SidePanel>
      )}
      <DragHint moving={moving} />
      <ChangeDialogs
        change={change}
        view={view}
        limits={limits}
        changes={changes}
        proof={plan.proof}
        onClose={() => setChange(null)}
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

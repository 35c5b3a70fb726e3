import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { looksByCode } from "../resources/blocks.ts";
import { daysOffOf } from "./days-off.ts";
import { EmptyWeek } from "./EmptyWeek.tsx";
import { filterOf } from "./filter.ts";
import type { GridHandling } from "./GridCell.tsx";
import { lanesOf, type LanesBy } from "./lanes.ts";
import { lettersOf } from "./letters.ts";
import type { PlannerChange } from "./planner-change.ts";
import { usePlannerData, type PlannerData } from "./planner-queries.ts";
import type { PlannerSearch } from "./planner-search.ts";
import { PlannerDialogs } from "./PlannerDialogs.tsx";
import { PlannerDrafts } from "./PlannerDrafts.tsx";
import { PlannerLegend } from "./PlannerLegend.tsx";
import { TargetHint } from "./TargetHint.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { usePlannerEdits } from "./use-planner-edits.ts";
import { useWeekMoves } from "./use-week-moves.ts";
import { troublesOf, weekGrid } from "./week-grid.ts";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekList } from "./WeekList.tsx";
import { daysShown, type Span } from "./weeks.ts";

interface WeekViewProps {
  readonly span: Span;
  readonly today: string;
  readonly search: PlannerSearch;
  readonly turnWeek: (by: -1 | 1) => void;
  readonly goTo: (day: string) => void;
}

const NARROW = "(max-width: 47.99em)";

/** A week across cohorts, with rooms or trainers as lanes. */
export function WeekView({ span, today, search, turnWeek, goTo }: WeekViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isNarrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false });
  const by = search.lanes ?? "rooms";
  const data = usePlannerData(span);
  const { week, daysOff, looks, letters } = useWeek(data, span, by, search);
  const edits = usePlannerEdits();
  const [open, setOpen] = useState<PlannerChange | null>(null);
  const keys = useGridKeys(week, turnWeek);
  const moves = useWeekMoves({ week, edits, open: setOpen, turnWeek, onLanding: keys.land });
  const handling: GridHandling = {
    by,
    looks,
    letters,
    unavailabilities: data.unavailabilities,
    drafted: data.drafted,
    moves,
    stop: keys.stop,
    setStop: keys.setStop,
    open: (halfDay) => setOpen({ kind: "panel", halfDay }),
  };
  const isEmpty = ![...week.cells.values()].some(({ halfDays }) => halfDays.length > 0);
  return (
    <>
      <PlannerDrafts data={data} search={search} />
      {isEmpty && <EmptyWeek span={span} search={search} goTo={goTo} />}
      {isNarrow ? (
        <WeekList week={week} daysOff={daysOff} today={today} handling={handling} />
      ) : (
        <WeekGrid
          grid={keys.grid}
          week={week}
          daysOff={daysOff}
          today={today}
          label={t("planner.gridLabel", { when: format.period(span.from, span.to) })}
          handling={handling}
          onKeyDown={(event) => keys.press(event, moves)}
          onLeave={moves.letGo}
        />
      )}
      <PlannerLegend
        looks={looks}
        letters={letters}
        halfDays={week.halfDays}
        hasUnavailable={!isNarrow && [...week.cells.values()].some(({ unavailable }) => unavailable !== null)}
        hasDrafted={data.drafted.size > 0}
        isMovable={!isNarrow}
      />
      <TargetHint carrying={moves.carrying} judged={moves.judged} />
      <PlannerDialogs
        open={open}
        looks={looks}
        edits={edits}
        troubles={open === null ? [] : troublesOf(open.halfDay, data.unavailabilities)}
        isDrafted={open !== null && data.drafted.has(open.halfDay.id)}
        show={setOpen}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

function useWeek(data: PlannerData, span: Span, by: LanesBy, { siteId, cohortId }: PlannerSearch) {
  const looks = useMemo(() => looksByCode(data.blocks), [data.blocks]);
  const week = useMemo(() => {
    const { halfDays, unavailabilities, rooms, cohorts, sites, closures } = data;
    const daysOff = daysOffOf(span, zonesOf(data), closures);
    const days = daysShown(span, halfDays);
    const lanes = lanesOf(by, { rooms, trainers: data.trainers, sites }, halfDays, span.from, siteId);
    const isShown = filterOf({ siteId, cohortId }, rooms, cohorts);
    const grid = weekGrid({ by, days, lanes, halfDays, isShown, unavailabilities, daysOff });
    return { week: grid, daysOff, letters: lettersOf(halfDays) };
  }, [data, span, by, siteId, cohortId]);
  return { ...week, looks };
}

/** The zones whose holidays matter: those of the sites, and of the cohorts taught in these days. */
export function zonesOf({ sites, cohorts, halfDays }: PlannerData) {
  const taught = new Set(halfDays.map(({ cohortId }) => cohortId));
  return [
    ...sites.map(({ holidayZone }) => holidayZone),
    ...cohorts.filter(({ id }) => taught.has(id)).map(({ holidayZone }) => holidayZone),
  ];
}

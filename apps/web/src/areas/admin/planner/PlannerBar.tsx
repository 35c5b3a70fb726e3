import { NativeSelect } from "@mantine/core";
import { isoWeekOf, monthOf } from "@passerelle/domain/time";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { sitesQuery } from "../rooms/room-queries.ts";
import { Choices } from "./Choices.tsx";
import { cohortsQuery } from "./planner-queries.ts";
import type { PlannerSearch } from "./planner-search.ts";
import { SettledDayField } from "./SettledDayField.tsx";
import { shiftMonths, shiftWeeks, weekOf } from "./weeks.ts";
import classes from "./PlannerBar.module.css";

interface PlannerBarProps {
  readonly search: PlannerSearch;
  readonly day: string;
  readonly today: string;
  readonly change: (part: PlannerSearch) => void;
}

/** What is shown, of when and of whom: kept in the address, so that it can be shared. */
export function PlannerBar({ search, day, today, change }: PlannerBarProps) {
  const { t } = useTranslation();
  const view = search.view ?? "week";
  return (
    <div className={classes.bar}>
      <div className={classes.when}>
        <Choices
          label={t("planner.views")}
          chosen={view}
          choices={[
            { value: "week", name: t("planner.view.week") },
            { value: "month", name: t("planner.view.month") },
          ]}
          choose={(chosen) => change({ view: chosen })}
        />
        {view === "week" && (
          <Choices
            label={t("planner.lanesBy")}
            chosen={search.lanes ?? "rooms"}
            choices={[
              { value: "rooms", name: t("planner.by.rooms") },
              { value: "trainers", name: t("planner.by.trainers") },
            ]}
            choose={(chosen) => change({ lanes: chosen })}
          />
        )}
        <Turning view={view} day={day} today={today} change={change} />
      </div>
      <div className={classes.which}>
        <Period view={view} day={day} />
        <Filters search={search} change={change} day={day} />
      </div>
    </div>
  );
}

interface TurningProps {
  readonly view: "week" | "month";
  readonly day: string;
  readonly today: string;
  readonly change: (part: PlannerSearch) => void;
}

function Turning({ view, day, today, change }: TurningProps) {
  const { t } = useTranslation();
  const turn = view === "week" ? shiftWeeks : shiftMonths;
  return (
    <div className={classes.turning}>
      <PlainButton
        variant="default"
        aria-label={t(`planner.before.${view}`)}
        onClick={() => change({ day: turn(day, -1) })}
      >
        ←
      </PlainButton>
      <PlainButton variant="default" onClick={() => change({ day: today })}>
        {t("planner.today")}
      </PlainButton>
      <PlainButton
        variant="default"
        aria-label={t(`planner.after.${view}`)}
        onClick={() => change({ day: turn(day, 1) })}
      >
        →
      </PlainButton>
    </div>
  );
}

function Period({ view, day }: Pick<TurningProps, "view" | "day">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to } = weekOf(day);
  return (
    <h2 className={classes.period} aria-live="polite">
      {view === "month"
        ? format.month(monthOf(day))
        : t("planner.week", { number: Number(isoWeekOf(day).slice(6)), when: format.period(from, to) })}
    </h2>
  );
}

function Filters({ search, day, change }: Pick<PlannerBarProps, "search" | "day" | "change">) {
  const { t } = useTranslation();
  const { data: cohorts } = useSuspenseQuery(cohortsQuery);
  const { data: sites } = useSuspenseQuery(sitesQuery);
  return (
    <search className={classes.filters}>
      <NativeSelect
        label={t("planner.cohort")}
        value={search.cohortId ?? ""}
        onChange={({ currentTarget }) => change({ cohortId: cohorts.find(({ id }) => id === currentTarget.value)?.id })}
        data={[
          { value: "", label: t("planner.anyCohort") },
          ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t("planner.site")}
        value={search.siteId ?? ""}
        onChange={({ currentTarget }) => change({ siteId: sites.find(({ id }) => id === currentTarget.value)?.id })}
        data={[
          { value: "", label: t("planner.anySite") },
          ...sites.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SettledDayField label={t("planner.goTo")} day={day} onSettle={(chosen) => change({ day: chosen })} />
    </search>
  );
}

import { NativeSelect, TextInput } from "@mantine/core";
import { civilDay } from "@passerelle/contracts/common";
import { eventKind } from "@passerelle/contracts/event-kinds";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../../components/SearchField.tsx";
import { cohortsQuery } from "../enrolments/enrolment-queries.ts";
import { historyAsked, type HistorySearch, periodFrom, periodTo } from "./history-search.ts";
import classes from "./HistoryFilters.module.css";

const route = getRouteApi("/admin/history");

/** What to look for in the history: kept in the address, so that it can be shared. */
export function HistoryFilters({ search }: { readonly search: HistorySearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: cohorts } = useSuspenseQuery(cohortsQuery);
  const { from, to } = historyAsked(search);
  const change = (part: HistorySearch) =>
    void navigate({
      search: (current) => ({ ...current, ...part }),
      replace: true,
      resetScroll: false,
    });
  return (
    <search className={classes.filters}>
      <div className={classes.words}>
        <SearchField label={t("log.search")} initial={search.search} onLook={(text) => change({ search: text })} />
      </div>
      <SearchField label={t("log.author")} initial={search.author} onLook={(text) => change({ author: text })} />
      <NativeSelect
        label={t("log.kindLabel")}
        value={search.kind ?? ""}
        onChange={({ currentTarget }) => change({ kind: eventKind.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("log.anyKind") },
          ...eventKind.options.map((kind) => ({ value: kind, label: t(`log.kind.${kind}`) })),
        ]}
      />
      <NativeSelect
        className={classes.cohort}
        label={t("enrolments.cohort")}
        value={search.cohortId ?? ""}
        onChange={({ currentTarget }) => change({ cohortId: cohorts.find(({ id }) => id === currentTarget.value)?.id })}
        data={[
          { value: "", label: t("enrolments.anyCohort") },
          ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DayFilter label={t("log.from")} day={from} onSettle={(day) => change(periodFrom(day, to))} />
      <DayFilter label={t("log.to")} day={to} onSettle={(day) => change(periodTo(from, day))} />
    </search>
  );
}

interface DayFilterProps {
  readonly label: string;
  readonly day: string | undefined;
  readonly onSettle: (day: string | undefined) => void;
}

/** A day that counts once it is whole and left, or emptied: while its year is typed, it is many others. */
function DayFilter({ label, day = "", onSettle }: DayFilterProps) {
  const [typed, setTyped] = useState(day);
  const [settled, setSettled] = useState(day);
  if (day !== settled) {
    setSettled(day);
    setTyped(day);
  }
  const settle = () => {
    const { data } = civilDay.safeParse(typed);
    if ((data ?? "") !== day && (data !== undefined || typed === "")) onSettle(data);
  };
  return (
    <TextInput
      type="date"
      min="2000-01-01"
      max="2099-12-31"
      label={label}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={settle}
      onKeyDown={({ key }) => key === "Enter" && settle()}
    />
  );
}

import { NativeSelect } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { slot as slots } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { cohortsQuery, everyTrainerQuery } from "../planner/planner-queries.ts";
import { SettledDayField } from "../planner/SettledDayField.tsx";
import { roomsQuery } from "../rooms/room-queries.ts";
import { searchOfWhose, whoseOf, type RepairsAsked, type RepairsSearch } from "./repairs-search.ts";
import classes from "./RepairFilters.module.css";

interface RepairFiltersProps {
  readonly search: RepairsSearch;
  readonly asked: RepairsAsked;
}

const route = getRouteApi("/admin/planner/repairs");

/** Who, or which room, is not there, and when: kept in the address, so that it can be shared. */
export function RepairFilters({ search, asked }: RepairFiltersProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: cohorts } = useSuspenseQuery(cohortsQuery);
  const { data: trainers } = useSuspenseQuery(everyTrainerQuery);
  const { data: rooms } = useSuspenseQuery(roomsQuery);
  const change = (part: RepairsSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  const choices = (kind: string, items: readonly { readonly id: string; readonly name: string }[]) =>
    items.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  return (
    <search className={classes.filters}>
      <NativeSelect
        label={t("repairs.whose")}
        value={whoseOf(search)}
        onChange={({ currentTarget }) => change(searchOfWhose(currentTarget.value))}
        data={[
          { value: "", label: t("repairs.everything") },
          { group: t("repairs.trainers"), items: choices("trainer", trainers) },
          { group: t("repairs.rooms"), items: choices("room", rooms) },
          { group: t("repairs.cohorts"), items: choices("cohort", cohorts) },
        ]}
      />
      <SettledDayField
        label={t("repairs.from")}
        day={asked.from}
        onSettle={(from) => change({ from, to: asked.to < from ? undefined : asked.to })}
      />
      <SettledDayField label={t("repairs.to")} day={asked.to} onSettle={(to) => change({ from: asked.from, to })} />
      <NativeSelect
        label={t("move.half")}
        value={search.slot ?? ""}
        onChange={({ currentTarget }) => change({ slot: slots.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("repairs.wholeDay") },
          ...slots.options.map((slot) => ({ value: slot, label: t(`slot.${slot}`) })),
        ]}
      />
    </search>
  );
}

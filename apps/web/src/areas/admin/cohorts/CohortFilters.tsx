import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { cohortState } from "@passerelle/contracts/states";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortSearch } from "./CohortsPage.tsx";
import classes from "./CohortFilters.module.css";

const route = getRouteApi("/admin/cohorts");
const sorts = ["-startsOn", "startsOn", "name"] as const;
const TYPING_PAUSE_MS = 250;

/** Which cohorts, in which order: kept in the address, so that it can be shared. */
export function CohortFilters({ search }: { readonly search: CohortSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search.search ?? "");
  const change = (part: CohortSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  const look = useDebouncedCallback(
    (text: string) => change({ search: text.trim() === "" ? undefined : text.trim() }),
    TYPING_PAUSE_MS,
  );
  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        label={t("cohorts.search")}
        value={typed}
        maxLength={100}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          look(currentTarget.value);
        }}
      />
      <NativeSelect
        label={t("cohorts.state")}
        value={search.state ?? ""}
        onChange={({ currentTarget }) => change({ state: cohortState.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("cohorts.anyState") },
          ...cohortState.options.map((state) => ({ value: state, label: t(`cohortState.${state}`) })),
        ]}
      />
      <NativeSelect
        label={t("cohorts.sort")}
        value={search.sort ?? "-startsOn"}
        onChange={({ currentTarget }) => change({ sort: sorts.find((sort) => sort === currentTarget.value) })}
        data={sorts.map((sort) => ({ value: sort, label: t(`cohorts.sorts.${sort}`) }))}
      />
    </search>
  );
}

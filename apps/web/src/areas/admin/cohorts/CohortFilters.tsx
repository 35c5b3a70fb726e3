import { NativeSelect } from "@mantine/core";
import { cohortState } from "@passerelle/contracts/states";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../../components/SearchField.tsx";
import type { CohortSearch } from "./CohortsPage.tsx";
import classes from "./CohortFilters.module.css";

const route = getRouteApi("/admin/cohorts");
const sorts = ["-startsOn", "startsOn", "name"] as const;

/** Which cohorts, in which order: kept in the address, so that it can be shared. */
export function CohortFilters({ search }: { readonly search: CohortSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const change = (part: CohortSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <search className={classes.filters}>
      <SearchField label={t("cohorts.search")} initial={search.search} onLook={(text) => change({ search: text })} />
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

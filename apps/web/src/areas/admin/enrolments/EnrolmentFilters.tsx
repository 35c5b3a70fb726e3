import { NativeSelect } from "@mantine/core";
import { enrolmentRoute, enrolmentState } from "@passerelle/contracts/enrolments";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../../components/SearchField.tsx";
import { cohortsQuery } from "./enrolment-queries.ts";
import classes from "./EnrolmentFilters.module.css";
import type { EnrolmentSearch } from "./EnrolmentsPage.tsx";

const route = getRouteApi("/admin/enrolments");

/** Which enrolments: kept in the address, so that it can be shared. */
export function EnrolmentFilters({ search }: { readonly search: EnrolmentSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { data: cohorts } = useSuspenseQuery(cohortsQuery);
  const change = (part: EnrolmentSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <search className={classes.filters}>
      <SearchField label={t("enrolments.search")} initial={search.search} onLook={(text) => change({ search: text })} />
      <NativeSelect
        label={t("enrolments.cohort")}
        value={search.cohortId ?? ""}
        onChange={({ currentTarget }) => change({ cohortId: cohorts.find(({ id }) => id === currentTarget.value)?.id })}
        data={[
          { value: "", label: t("enrolments.anyCohort") },
          ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t("enrolments.state")}
        value={search.state ?? ""}
        onChange={({ currentTarget }) => change({ state: enrolmentState.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("enrolments.anyState") },
          ...enrolmentState.options.map((state) => ({ value: state, label: t(`enrolmentState.${state}`) })),
        ]}
      />
      <NativeSelect
        label={t("enrolments.route")}
        value={search.route ?? ""}
        onChange={({ currentTarget }) => change({ route: enrolmentRoute.safeParse(currentTarget.value).data })}
        data={[
          { value: "", label: t("enrolments.anyRoute") },
          ...enrolmentRoute.options.map((each) => ({ value: each, label: t(`enrolmentRoute.${each}`) })),
        ]}
      />
    </search>
  );
}

import { cohortList, type Cohort } from "@passerelle/contracts/cohorts";
import type { CohortState } from "@passerelle/contracts/states";
import { useSuspenseInfiniteQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { paths } from "../../../paths.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { CohortFilters } from "./CohortFilters.tsx";
import { CohortRow } from "./CohortRow.tsx";
import classes from "./CohortsPage.module.css";

export interface CohortSearch {
  readonly state?: CohortState | undefined;
  readonly search?: string | undefined;
  readonly sort?: "-startsOn" | "startsOn" | "name" | undefined;
}

const route = getRouteApi("/admin/cohorts");
const PAGE = 30;

const cohortsQuery = ({ state, search, sort }: CohortSearch) =>
  qPages(cohortList, {
    query: {
      limit: PAGE,
      ...(state === undefined ? {} : { state }),
      ...(search === undefined || search.trim() === "" ? {} : { search }),
      ...(sort === undefined ? {} : { sort }),
    },
  });

export async function load(client: QueryClient, search: CohortSearch): Promise<void> {
  await client.ensureInfiniteQueryData(cohortsQuery(search));
}

export function CohortsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const shown = useDeferredValue(search);
  const pages = useSuspenseInfiniteQuery(cohortsQuery(shown));
  const cohorts: Cohort[] = pages.data.pages.flatMap(({ items }) => items);
  const isFiltered = search.state !== undefined || (search.search ?? "") !== "";
  return (
    <>
      <PageTitle
        title={t("cohorts.title")}
        actions={<ButtonLink to={paths.newCohort()}>{t("cohorts.create")}</ButtonLink>}
      />
      <CohortFilters search={search} />
      <output className="visually-hidden">{t("cohorts.count", { count: cohorts.length })}</output>
      {cohorts.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? "cohorts.noneFound" : "cohorts.none")}
          text={t(isFiltered ? "cohorts.noneFoundText" : "cohorts.noneText")}
        >
          {!isFiltered && <ButtonLink to={paths.newCohort()}>{t("cohorts.create")}</ButtonLink>}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={t("cohorts.title")} data-old={shown !== search}>
          {cohorts.map((cohort) => (
            <CohortRow key={cohort.id} cohort={cohort} />
          ))}
        </ul>
      )}
      <ShowMore pages={pages} />
    </>
  );
}

import { Button } from "@mantine/core";
import {
  enrolmentList,
  type Enrolment,
  type EnrolmentRoute,
  type EnrolmentState,
} from "@passerelle/contracts/enrolments";
import { useSuspenseInfiniteQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { cohortsQuery } from "./enrolment-queries.ts";
import { EnrolDialog } from "./EnrolDialog.tsx";
import { EnrolmentFilters } from "./EnrolmentFilters.tsx";
import { EnrolmentTable } from "./EnrolmentTable.tsx";

export interface EnrolmentSearch {
  readonly cohortId?: string | undefined;
  readonly state?: EnrolmentState | undefined;
  readonly route?: EnrolmentRoute | undefined;
  readonly search?: string | undefined;
}

const route = getRouteApi("/admin/enrolments");
const PAGE = 50;
const enrolmentsQuery = (search: EnrolmentSearch) => qPages(enrolmentList, { query: { limit: PAGE, ...search } });

export async function load(client: QueryClient, search: EnrolmentSearch): Promise<void> {
  await Promise.all([client.ensureInfiniteQueryData(enrolmentsQuery(search)), client.ensureQueryData(cohortsQuery)]);
}

/** Who is enrolled where, by any road and in any state. */
export function EnrolmentsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const shown = useDeferredValue(search);
  const [enrolling, setEnrolling] = useState(false);
  const pages = useSuspenseInfiniteQuery(enrolmentsQuery(shown));
  const enrolments: Enrolment[] = pages.data.pages.flatMap(({ items }) => items);
  const isFiltered = Object.values<string | undefined>({ ...search }).some((value) => value !== undefined);
  const enrol = <Button onClick={() => setEnrolling(true)}>{t("enrol.title")}</Button>;
  return (
    <>
      <PageTitle title={t("enrolments.title")} actions={enrol} />
      <EnrolmentFilters search={search} />
      <output className="visually-hidden">{t("enrolments.count", { count: enrolments.length })}</output>
      {enrolments.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? "enrolments.noneFound" : "enrolments.none")}
          text={t(isFiltered ? "enrolments.noneFoundText" : "enrolments.noneText")}
        />
      ) : (
        <EnrolmentTable enrolments={enrolments} isOld={shown !== search} />
      )}
      <ShowMore pages={pages} />
      <EnrolDialog opened={enrolling} onClose={() => setEnrolling(false)} />
    </>
  );
}

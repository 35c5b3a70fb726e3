import { type Event, eventSearch } from "@passerelle/contracts/events";
import { type QueryClient, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { StackTable } from "../../../ui/StackTable.tsx";
import { cohortsQuery } from "../enrolments/enrolment-queries.ts";
import { historyAsked, type HistorySearch, isFiltered } from "./history-search.ts";
import { HistoryFilters } from "./HistoryFilters.tsx";
import { HistoryRow } from "./HistoryRow.tsx";

const route = getRouteApi("/admin/history");
const PAGE = 50;
const eventsQuery = (search: HistorySearch) => qPages(eventSearch, { query: { limit: PAGE, ...historyAsked(search) } });

export async function load(client: QueryClient, search: HistorySearch): Promise<void> {
  await Promise.all([client.ensureInfiniteQueryData(eventsQuery(search)), client.ensureQueryData(cohortsQuery)]);
}

/** Who changed what, when, from, to: latest first. */
export function HistoryPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const shown = useDeferredValue(search);
  const pages = useSuspenseInfiniteQuery(eventsQuery(shown));
  const events: Event[] = pages.data.pages.flatMap(({ items }) => items);
  const isNarrowed = isFiltered(search);
  return (
    <>
      <PageTitle title={t("log.title")} />
      <HistoryFilters search={search} />
      <output className="visually-hidden">{t("log.count", { count: events.length })}</output>
      {events.length === 0 ? (
        <EmptyState
          title={t(isNarrowed ? "log.noneFound" : "log.none")}
          text={t(isNarrowed ? "log.noneFoundText" : "log.noneText")}
        />
      ) : (
        <StackTable
          caption={t("log.title")}
          heads={[t("log.when"), t("log.who"), t("log.what")]}
          isOld={shown !== search}
        >
          {events.map((event) => (
            <HistoryRow key={event.id} event={event} />
          ))}
        </StackTable>
      )}
      <ShowMore pages={pages} />
    </>
  );
}

import { Button } from "@mantine/core";
import { trainerList, type Trainer } from "@passerelle/contracts/trainers";
import { useSuspenseInfiniteQuery, useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { qPages } from "../../../api/query.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { blocksQuery } from "../resources/blocks.ts";
import { ResourceTabs } from "../resources/ResourceTabs.tsx";
import { NewTrainerDialog } from "./NewTrainerDialog.tsx";
import { TrainerFilters } from "./TrainerFilters.tsx";
import { TrainerTable } from "./TrainerTable.tsx";

export interface TrainerSearch {
  readonly search?: string | undefined;
  readonly blockId?: string | undefined;
  readonly retired?: "with" | undefined;
}

const route = getRouteApi("/admin/trainers");
const PAGE = 50;
const trainersQuery = (search: TrainerSearch) => qPages(trainerList, { query: { limit: PAGE, ...search } });

export async function load(client: QueryClient, search: TrainerSearch): Promise<void> {
  await Promise.all([client.ensureInfiniteQueryData(trainersQuery(search)), client.ensureQueryData(blocksQuery)]);
}

/** Who teaches here, and what. */
export function TrainersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const shown = useDeferredValue(search);
  const [adding, setAdding] = useState(false);
  const { data: blocks } = useSuspenseQuery(blocksQuery);
  const pages = useSuspenseInfiniteQuery(trainersQuery(shown));
  const trainers: Trainer[] = pages.data.pages.flatMap(({ items }) => items);
  const isFiltered = search.search !== undefined || search.blockId !== undefined;
  const add = <Button onClick={() => setAdding(true)}>{t("trainers.add")}</Button>;
  return (
    <>
      <PageTitle title={t("trainers.title")} actions={(trainers.length > 0 || isFiltered) && add} />
      <ResourceTabs />
      <TrainerFilters search={search} blocks={blocks} />
      <output className="visually-hidden">{t("trainers.count", { count: trainers.length })}</output>
      {trainers.length > 0 && <TrainerTable trainers={trainers} blocks={blocks} isOld={shown !== search} />}
      {trainers.length === 0 && isFiltered && (
        <EmptyState title={t("trainers.noneFound")} text={t("trainers.noneFoundText")} />
      )}
      {trainers.length === 0 && !isFiltered && (
        <EmptyState title={t("trainers.none")} text={t("trainers.noneText")}>
          {add}
        </EmptyState>
      )}
      <ShowMore pages={pages} />
      <NewTrainerDialog opened={adding} onClose={() => setAdding(false)} blocks={blocks} />
    </>
  );
}

import { cohortList } from "@passerelle/contracts/cohorts";
import { stageWeekList, type StageWeek, type StageWeekState } from "@passerelle/contracts/stage-weeks";
import { Button, NativeSelect } from "@mantine/core";
import { useSuspenseInfiniteQuery, useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { q, qPages } from "../../../api/query.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import classes from "./StageQueuePage.module.css";
import { StageQueue } from "./StageQueue.tsx";

export interface QueueSearch {
  readonly cohortId?: string | undefined;
  readonly enrolmentId?: string | undefined;
  readonly state?: StageWeekState | undefined;
}

const route = getRouteApi("/admin/stage-weeks");
const states = ["submitted", "confirmed", "validated", "draft"] as const;
const PAGE = 50;

const queueQuery = ({ cohortId, enrolmentId, state = "submitted" }: QueueSearch) =>
  qPages(stageWeekList, {
    query: {
      limit: PAGE,
      state,
      ...(cohortId === undefined ? {} : { cohortId }),
      ...(enrolmentId === undefined ? {} : { enrolmentId }),
    },
  });
const cohortsQuery = q(cohortList, { query: { limit: 200 } });

export async function load(client: QueryClient, search: QueueSearch): Promise<void> {
  await Promise.all([client.ensureInfiniteQueryData(queueQuery(search)), client.ensureQueryData(cohortsQuery)]);
}

/** The weeks trainees sent: validated or returned, one by one or several at once. */
export function StageQueuePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: cohorts } = useSuspenseQuery(cohortsQuery);
  const pages = useSuspenseInfiniteQuery(queueQuery(search));
  const weeks: StageWeek[] = pages.data.pages.flatMap(({ items }) => items);
  const state = search.state ?? "submitted";
  const change = (part: QueueSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <PageTitle title={t("queue.title")} />
      <search className={classes.filters}>
        <NativeSelect
          label={t("queue.state")}
          value={state}
          data={states.map((each) => ({ value: each, label: t(`queue.states.${each}`) }))}
          onChange={({ currentTarget }) => change({ state: states.find((each) => each === currentTarget.value) })}
        />
        <NativeSelect
          label={t("queue.cohort")}
          value={search.cohortId ?? ""}
          data={[
            { value: "", label: t("queue.anyCohort") },
            ...cohorts.items.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) =>
            change({ cohortId: currentTarget.value === "" ? undefined : currentTarget.value })
          }
        />
        {search.enrolmentId !== undefined && (
          <Button variant="default" onClick={() => change({ enrolmentId: undefined })}>
            {t("queue.everybody")}
          </Button>
        )}
      </search>
      {weeks.length === 0 ? (
        <EmptyState
          title={t(state === "submitted" ? "queue.none" : "queue.noneFound")}
          text={t(state === "submitted" ? "queue.noneText" : "queue.noneFoundText")}
        />
      ) : (
        <StageQueue key={JSON.stringify(search)} weeks={weeks} />
      )}
      <ShowMore pages={pages} />
    </>
  );
}

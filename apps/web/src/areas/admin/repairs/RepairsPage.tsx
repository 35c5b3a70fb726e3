import { repairList } from "@passerelle/contracts/repairs";
import { civilDayOf } from "@passerelle/domain/time";
import { keepPreviousData, useQuery, useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { q } from "../../../api/query.ts";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { PagePending } from "../../../components/PagePending.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { cohortsQuery, everyTrainerQuery } from "../planner/planner-queries.ts";
import { DraftBar } from "../publishing/DraftBar.tsx";
import { loadDrafts, useDrafts } from "../publishing/use-drafts.ts";
import { blocksQuery, looksByCode } from "../resources/blocks.ts";
import { roomsQuery } from "../rooms/room-queries.ts";
import { BrokenCard } from "./BrokenCard.tsx";
import { RepairFilters } from "./RepairFilters.tsx";
import { RepairOutcome } from "./RepairOutcome.tsx";
import { repairsAsked, type RepairsAsked, type RepairsSearch } from "./repairs-search.ts";
import { useRepairing } from "./use-repairing.ts";
import classes from "./RepairsPage.module.css";

const route = getRouteApi("/admin/planner/repairs");

const todayHere = () => civilDayOf(Temporal.Now.instant());
const repairsQuery = (asked: RepairsAsked) => q(repairList, { query: asked });

export async function load(client: QueryClient, search: RepairsSearch): Promise<void> {
  await Promise.all([
    client.ensureQueryData(cohortsQuery),
    client.ensureQueryData(everyTrainerQuery),
    client.ensureQueryData(roomsQuery),
    client.ensureQueryData(blocksQuery),
    // Days that cannot be asked for are said by the page, which stays.
    client.prefetchQuery(repairsQuery(repairsAsked(search, todayHere()))),
    loadDrafts(client),
  ]);
}

/** Who, or which room, is not there: the half-days concerned, and what can be done about each. */
export function RepairsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const asked = repairsAsked(search, todayHere());
  const drafts = useDrafts();
  return (
    <>
      <PageTitle
        title={t("repairs.title")}
        actions={
          <ButtonLink to={paths.planner()} search={{ day: asked.from } as object} variant="default">
            {t("repairs.toPlanner")}
          </ButtonLink>
        }
      />
      <p className={classes.lead}>{t("repairs.lead")}</p>
      <DraftBar drafts={drafts} isNamed />
      <RepairFilters search={search} asked={asked} />
      <Repairs key={JSON.stringify(asked)} asked={asked} />
    </>
  );
}

function Repairs({ asked }: { readonly asked: RepairsAsked }) {
  const { t } = useTranslation();
  const { data, error, isPlaceholderData } = useQuery({ ...repairsQuery(asked), placeholderData: keepPreviousData });
  const { data: blocks } = useSuspenseQuery(blocksQuery);
  const repairing = useRepairing(asked);
  const looks = looksByCode(blocks);
  const summary = useSummary(asked);
  if (error instanceof ApiError) return <FormProblem problem={error} />;
  if (error !== null) throw error;
  if (data === undefined) return <PagePending />;
  const { step, outcome } = repairing;
  const canRepair = data.items.some(({ repairs }) => repairs.length > 0);
  return (
    <>
      <div className={classes.top}>
        <output className={classes.count}>
          {step === null ? summary(data.items.length) : t("repairs.step", step)}
        </output>
        {canRepair && (
          <PlainButton disabled={repairing.pending} onClick={() => void repairing.repairAll()}>
            {t("repairs.all")}
          </PlainButton>
        )}
      </div>
      {outcome !== null && <RepairOutcome outcome={outcome} undoAll={() => void repairing.undoAll(outcome.trail)} />}
      {data.items.length === 0 && outcome === null && (
        <EmptyState title={t("repairs.none")} text={t("repairs.noneText")} />
      )}
      <ul className={classes.list} data-old={isPlaceholderData}>
        {data.items.map((broken) => (
          <BrokenCard key={broken.halfDay.id} broken={broken} looks={looks} repairing={repairing} />
        ))}
      </ul>
      {data.more && <p className={classes.lead}>{t("repairs.more")}</p>}
    </>
  );
}

function useSummary({ trainerId, roomId, from, to }: RepairsAsked): (count: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: trainers } = useSuspenseQuery(everyTrainerQuery);
  const { data: rooms } = useSuspenseQuery(roomsQuery);
  const name = (trainers.find(({ id }) => id === trainerId) ?? rooms.find(({ id }) => id === roomId))?.name;
  return (count) => {
    const when = format.period(from, to);
    return name === undefined ? t("repairs.count", { count, when }) : t("repairs.countAsIf", { count, when, name });
  };
}

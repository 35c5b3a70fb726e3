import { ccpResultList, ccpResultPublish, type CcpResult } from "@passerelle/contracts/ccp-results";
import { cohortProgressRead } from "@passerelle/contracts/progress";
import { Button } from "@mantine/core";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call.ts";
import { q } from "../../../api/query.ts";
import { useSend } from "../../../api/send.ts";
import { CohortStateBadge } from "../../../components/CohortStateBadge.tsx";
import { ConfirmForm } from "../../../components/ConfirmForm.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { CohortTabs } from "../CohortTabs.tsx";
import { cohortQuery } from "../queries.ts";
import { CellDialog, type OpenCell } from "./CellDialog.tsx";
import { matrixOf, unpublishedOf } from "./matrix.ts";
import { ResultMatrix } from "./ResultMatrix.tsx";

const route = getRouteApi("/admin/cohorts/$cohortId/results");
const progressOf = (cohortId: string) => q(cohortProgressRead, { params: { cohortId } });

/** Every result of the cohort, page after page: a matrix shows them all. */
const resultsOf = (cohortId: string) => ({
  queryKey: [ccpResultList.operationId, { cohortId, all: true }],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const results: CcpResult[] = [];
    let cursor: string | null = null;
    do {
      const query: { cohortId: string; limit: number; cursor?: string } = { cohortId, limit: 200 };
      if (cursor !== null) query.cursor = cursor;
      const page = await call(ccpResultList, { query }, { signal });
      results.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return results;
  },
});

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureQueryData(progressOf(cohortId)),
    client.ensureQueryData(resultsOf(cohortId)),
  ]);
}

/** Who holds which certificate: decisions are recorded, published and, when wrong, annulled here. */
export function CohortResultsPage() {
  const { t } = useTranslation();
  const { cohortId } = route.useParams();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: progress } = useSuspenseQuery(progressOf(cohortId));
  const { data: results } = useSuspenseQuery(resultsOf(cohortId));
  const [open, setOpen] = useState<OpenCell | null>(null);
  const [publishing, setPublishing] = useState(false);
  const { send: publish } = useSend(ccpResultPublish, [ccpResultList, cohortProgressRead]);
  const rows = matrixOf(progress.trainees, results);
  const waiting = unpublishedOf(rows);
  return (
    <>
      <PageTitle
        title={cohort.name}
        above={t("results.above")}
        beside={<CohortStateBadge state={cohort.state} />}
        actions={
          waiting.length > 0 && (
            <Button onClick={() => setPublishing(true)}>{t("results.publishAll", { count: waiting.length })}</Button>
          )
        }
      />
      <CohortTabs cohortId={cohortId} />
      {rows.length === 0 ? (
        <EmptyState title={t("trainees.none")} text={t("trainees.noneText")} />
      ) : (
        <ResultMatrix rows={rows} onOpen={setOpen} />
      )}
      <CellDialog open={open} rows={rows} asOf={progress.asOf} onClose={() => setOpen(null)} />
      <Dialog
        opened={publishing}
        onClose={() => setPublishing(false)}
        title={t("results.publishAll", { count: waiting.length })}
      >
        <ConfirmForm
          consequence={t("results.publishConsequence")}
          submitLabel={t("results.publish")}
          color="pine"
          confirm={async () => {
            for (const { id, version } of waiting) await publish({ params: { ccpResultId: id } }, version);
            tellDone(t("results.published", { count: waiting.length }));
          }}
          onClose={() => setPublishing(false)}
        />
      </Dialog>
    </>
  );
}

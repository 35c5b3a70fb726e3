import { cohortList, cohortRead, cohortUpdate } from "@passerelle/contracts/cohorts";
import { closureList } from "@passerelle/contracts/closures";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { tellDone } from "../../../components/notices.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { Card } from "../../../ui/Card.tsx";
import { cohortQuery, planReads } from "../queries.ts";
import { sitesQuery } from "../rooms/room-queries.ts";
import { fieldsOf, valuesOf } from "./cohort-values.ts";
import { CohortForm } from "./CohortForm.tsx";

const route = getRouteApi("/admin/cohorts/$cohortId/edit");

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  await Promise.all([client.ensureQueryData(cohortQuery(cohortId)), client.ensureQueryData(sitesQuery)]);
}

export function EditCohortPage() {
  const { t } = useTranslation();
  const { cohortId } = route.useParams();
  const navigate = route.useNavigate();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: sites } = useSuspenseQuery(sitesQuery);
  const barred = useAbilityReason()(cohort.can.update);
  const { send } = useSend(cohortUpdate, [cohortRead, cohortList, ...planReads, closureList]);
  return (
    <>
      <PageTitle title={t("cohort.editTitle")} above={cohort.name} />
      <Card>
        {barred === null ? (
          <CohortForm
            isNew={false}
            initial={valuesOf(cohort)}
            programmes={[cohort.programme]}
            sites={sites}
            submitLabel={t("cohort.save")}
            leaveTo={paths.cohort(cohortId)}
            save={async (values) => {
              await send({ params: { cohortId }, body: fieldsOf(values) }, cohort.version);
              tellDone(t("cohort.saved"));
              await navigate({ to: paths.cohort(cohortId) });
            }}
          />
        ) : (
          <Callout tone="plain">{barred}</Callout>
        )}
      </Card>
    </>
  );
}

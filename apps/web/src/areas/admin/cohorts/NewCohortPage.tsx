import { cohortCreate, cohortList } from "@passerelle/contracts/cohorts";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { tellDone } from "../../../components/notices.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { programmesQuery } from "../queries.ts";
import { sitesQuery } from "../rooms/room-queries.ts";
import { emptyCohort, fieldsOf } from "./cohort-values.ts";
import { CohortForm } from "./CohortForm.tsx";

export async function load(client: QueryClient): Promise<void> {
  await Promise.all([client.ensureQueryData(programmesQuery), client.ensureQueryData(sitesQuery)]);
}

export function NewCohortPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: programmes } = useSuspenseQuery(programmesQuery);
  const { data: sites } = useSuspenseQuery(sitesQuery);
  const { send } = useSend(cohortCreate, [cohortList]);
  const [only] = programmes.items.length === 1 ? programmes.items : [];
  return (
    <>
      <PageTitle title={t("cohort.newTitle")} />
      <Card>
        <CohortForm
          isNew
          initial={{ ...emptyCohort, programmeId: only?.id ?? "" }}
          programmes={programmes.items}
          sites={sites}
          submitLabel={t("cohort.create")}
          leaveTo={paths.cohorts()}
          save={async (values) => {
            const { code, programmeId } = values;
            const cohort = await send({ body: { code: code.trim(), programmeId, ...fieldsOf(values) } });
            tellDone(t("cohort.created"));
            await navigate({ to: paths.cohort(cohort.id) });
          }}
        />
      </Card>
    </>
  );
}

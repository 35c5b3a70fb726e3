import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery, useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { marksBetween, NO_MARKS } from "../cohort-year/plan-marks.ts";
import { YearSheet } from "../cohort-year/YearSheet.tsx";
import { closuresOf, cohortQuery, draftedPlanQuery } from "../queries.ts";
import { BeforeAfter, type Side } from "./BeforeAfter.tsx";
import { Comparison } from "./Comparison.tsx";
import { versionQuery } from "./publishing-queries.ts";
import { RestoreVersion } from "./RestoreVersion.tsx";
import { useVersionText } from "./use-version-text.ts";
import { VersionWords } from "./VersionWords.tsx";
import classes from "./VersionPage.module.css";

const route = getRouteApi("/admin/cohorts/$cohortId/versions/$number");

export async function load(client: QueryClient, cohortId: string, number: number): Promise<void> {
  const [cohort] = await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureQueryData(draftedPlanQuery(cohortId)),
    client.ensureQueryData(versionQuery(cohortId, number)),
  ]);
  await client.ensureQueryData(closuresOf(cohort));
}

/** A version as it was published, its year to be read, alone or compared with another. */
export function VersionPage() {
  const { t } = useTranslation();
  const { cohortId, number } = route.useParams();
  const { from } = route.useSearch();
  const [side, setSide] = useState<Side>("after");
  const versionText = useVersionText();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const { data: plan } = useSuspenseQuery(draftedPlanQuery(cohortId));
  const { data: to } = useSuspenseQuery(versionQuery(cohortId, number));
  const { data: closures } = useSuspenseQuery(closuresOf(cohort));
  const other = useOther(cohortId, from);
  const marks = useMemo(() => (other === undefined ? NO_MARKS : marksBetween(other, to)), [other, to]);
  const shown = side === "before" && other !== undefined ? other : to;
  return (
    <>
      <PageTitle
        title={t("versions.one", { number })}
        above={cohort.name}
        actions={
          <>
            <RestoreVersion plan={plan} number={number} />
            <ButtonLink to={paths.planVersions(cohortId)} variant="default">
              {t("versions.back")}
            </ButtonLink>
          </>
        }
      />
      <p className={classes.quiet}>{versionText(to.version)}.</p>
      <VersionWords version={to.version} />
      <OtherVersion number={number} from={from} latest={plan.published?.number ?? number} />
      {from !== undefined && <Comparison cohortId={cohortId} from={from} to={number} />}
      <YearSheet cohort={cohort} closures={closures.items} plan={{ ...shown, gapReason: null }} marks={marks}>
        <div className={classes.sides}>
          {other !== undefined && <BeforeAfter side={side} choose={setSide} />}
          <p className={classes.quiet}>{t("versions.shown", { number: shown.version.number })}</p>
        </div>
      </YearSheet>
    </>
  );
}

/** The version compared with, once it is there. */
function useOther(cohortId: string, from: number | undefined) {
  const { data } = useQuery({
    ...versionQuery(cohortId, from ?? 1),
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
  });
  return from === undefined ? undefined : data;
}

interface OtherVersionProps {
  readonly number: number;
  readonly from: number | undefined;
  readonly latest: number;
}

/** Which version to compare with, kept in the address. */
function OtherVersion({ number, from, latest }: OtherVersionProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const others = Array.from({ length: latest }, (_, index) => latest - index).filter((each) => each !== number);
  if (others.length === 0) return null;
  return (
    <NativeSelect
      className={classes.choice ?? ""}
      label={t("versions.compare")}
      value={from ?? ""}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ search: { from: value === "" ? undefined : Number(value) }, replace: true, resetScroll: false })
      }
      data={[
        { value: "", label: t("versions.compareNone") },
        ...others.map((each) => ({ value: String(each), label: t("versions.one", { number: each }) })),
      ]}
    />
  );
}

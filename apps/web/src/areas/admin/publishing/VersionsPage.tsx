import type { ResponseOf } from "@passerelle/contracts/http";
import type { planVersionList } from "@passerelle/contracts/plan-versions";
import { useSuspenseInfiniteQuery, useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { cohortQuery } from "../queries.ts";
import { DifferenceLines } from "./DifferenceLines.tsx";
import { versionsQuery } from "./publishing-queries.ts";
import { useVersionText } from "./use-version-text.ts";
import { VersionWords } from "./VersionWords.tsx";
import classes from "./VersionsPage.module.css";

type VersionLine = ResponseOf<typeof planVersionList>["items"][number];

const route = getRouteApi("/admin/cohorts/$cohortId/versions");

export async function load(client: QueryClient, cohortId: string): Promise<void> {
  await Promise.all([
    client.ensureQueryData(cohortQuery(cohortId)),
    client.ensureInfiniteQueryData(versionsQuery(cohortId)),
  ]);
}

/** Every version of a plan as it was published, the latest first. */
export function VersionsPage() {
  const { t } = useTranslation();
  const { cohortId } = route.useParams();
  const { data: cohort } = useSuspenseQuery(cohortQuery(cohortId));
  const pages = useSuspenseInfiniteQuery(versionsQuery(cohortId));
  const versions: VersionLine[] = pages.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageTitle
        title={t("versions.title")}
        above={cohort.name}
        actions={
          <ButtonLink to={paths.cohort(cohortId)} variant="default">
            {t("propose.back")}
          </ButtonLink>
        }
      />
      {versions.length === 0 && <EmptyState title={t("versions.none")} text={t("versions.noneText")} />}
      <ol className={classes.versions} aria-label={t("versions.title")}>
        {versions.map((version) => (
          <VersionCard key={version.number} version={version} cohortId={cohortId} />
        ))}
      </ol>
      <ShowMore pages={pages} />
    </>
  );
}

function VersionCard({ version, cohortId }: { readonly version: VersionLine; readonly cohortId: string }) {
  const { t } = useTranslation();
  const versionText = useVersionText();
  const { number, lines } = version;
  return (
    <li>
      <Card title={versionText(version)}>
        <VersionWords version={version} />
        {number === 1 ? (
          <p className={classes.quiet}>{t("versions.first")}</p>
        ) : (
          <DifferenceLines lines={lines} most={4} />
        )}
        <p className={classes.ways}>
          <Link to={paths.planVersion(cohortId, number)}>{t("versions.open", { number })}</Link>
          {number > 1 && (
            <Link to={paths.planVersion(cohortId, number)} search={{ from: number - 1 } as object}>
              {t("versions.compareWith", { number, from: number - 1 })}
            </Link>
          )}
        </p>
      </Card>
    </li>
  );
}

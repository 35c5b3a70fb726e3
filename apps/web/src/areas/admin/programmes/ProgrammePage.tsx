import { programmeRead } from "@passerelle/contracts/programmes";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { ProgrammeBlocks } from "./ProgrammeBlocks.tsx";
import { TariffTable } from "./TariffTable.tsx";
import classes from "./ProgrammePage.module.css";

const route = getRouteApi("/admin/programmes/$programmeId");
const programmeQuery = (programmeId: string) => q(programmeRead, { params: { programmeId } });

export async function load(client: QueryClient, programmeId: string): Promise<void> {
  await client.ensureQueryData(programmeQuery(programmeId));
}

export function ProgrammePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { programmeId } = route.useParams();
  const { data: programme } = useSuspenseQuery(programmeQuery(programmeId));
  const { titleVersion, am, pm } = programme;
  const times = ({ start, end }: typeof am) => `${format.time(start)} – ${format.time(end)}`;
  const unknown = t("programme.unknown");
  return (
    <>
      <PageTitle title={programme.name} above={programme.code} />
      <div className={classes.columns}>
        <Card title={t("programme.title")}>
          <FactList
            facts={[
              [t("programme.order"), titleVersion.order],
              [t("programme.inForce"), format.period(titleVersion.inForceFrom, titleVersion.inForceTo)],
              [t("programme.rncp"), titleVersion.rncpCode ?? unknown],
              [t("programme.ministryCode"), titleVersion.ministryCode ?? unknown],
              [t("programme.level"), titleVersion.level],
              [t("programme.nsf"), titleVersion.nsfCode ?? unknown],
            ]}
          />
        </Card>
        <Card title={t("programme.rhythm")}>
          <FactList
            facts={[
              [t("programme.theory"), format.hours(programme.theoryMinutes)],
              [
                t("programme.placement"),
                programme.placementMinutes === 0
                  ? t("programme.noPlacement")
                  : format.hours(programme.placementMinutes),
              ],
              [
                t("programme.sessionsLabel"),
                `${t("programme.sessions", { count: programme.sessionCount })}, ${t("programme.daysEach", { count: programme.daysPerSession })}`,
              ],
              [t("programme.gap"), t("programme.gapDays", { count: programme.minDaysBetweenSessions })],
              [t("programme.halfDay"), `${format.hours(programme.halfDayMinutes)} (${times(am)}, ${times(pm)})`],
              [
                t("programme.exam"),
                `${t("programme.examDays", { count: programme.examDayCount })}, ${t(programme.examDaysCountAsTraining ? "programme.examCounts" : "programme.examDoesNotCount")}`,
              ],
            ]}
          />
        </Card>
      </div>
      <ProgrammeBlocks blocks={programme.blocks} examCounts={programme.examDaysCountAsTraining} />
      {programme.tariffs.length > 0 && (
        <Card title={t("tariff.title")}>
          <TariffTable tariffs={programme.tariffs} />
        </Card>
      )}
      {programme.notes.length > 0 && (
        <Card title={t("programme.notes")}>
          <ul className={classes.notes}>
            {programme.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

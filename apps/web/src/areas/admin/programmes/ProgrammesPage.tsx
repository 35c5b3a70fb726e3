import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { programmesQuery } from "../queries.ts";
import classes from "./ProgrammesPage.module.css";

export async function load(client: QueryClient): Promise<void> {
  await client.ensureQueryData(programmesQuery);
}

export function ProgrammesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSuspenseQuery(programmesQuery);
  return (
    <>
      <PageTitle title={t("programmes.title")} />
      {data.items.length === 0 ? (
        <EmptyState title={t("programmes.none")} text={t("programmes.noneText")} />
      ) : (
        <ul className={classes.list} aria-label={t("programmes.title")}>
          {data.items.map(
            ({ id, name, code, titleVersion, theoryMinutes, sessionCount, daysPerSession, examDayCount }) => (
              <li key={id} className={classes.item}>
                <h2 className={classes.name}>
                  <Link to={paths.programme(id)} className={classes.link}>
                    {name}
                  </Link>
                </h2>
                <p className={classes.edition}>{code}</p>
                <p className={classes.quiet}>
                  {t("programme.inForcePeriod", {
                    period: format.period(titleVersion.inForceFrom, titleVersion.inForceTo),
                  })}
                </p>
                <p>
                  {format.hours(theoryMinutes)} · {t("programme.sessions", { count: sessionCount })} ·{" "}
                  {t("programme.daysEach", { count: daysPerSession })} ·{" "}
                  {t("programme.examDays", { count: examDayCount })}
                </p>
              </li>
            ),
          )}
        </ul>
      )}
    </>
  );
}

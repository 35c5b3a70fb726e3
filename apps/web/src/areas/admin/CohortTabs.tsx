import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../../paths.ts";
import classes from "./CohortTabs.module.css";

/** The three sides of a cohort: its year, its trainees, their results. */
export function CohortTabs({ cohortId }: { readonly cohortId: string }) {
  const { t } = useTranslation();
  const tabs = [
    { key: "year", to: paths.cohort(cohortId) },
    { key: "trainees", to: paths.cohortTrainees(cohortId) },
    { key: "results", to: paths.cohortResults(cohortId) },
  ] as const;
  return (
    <nav aria-label={t("cohortTabs.label")} className={classes.tabs}>
      {tabs.map(({ key, to }) => (
        <Link key={key} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab}>
          {t(`cohortTabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}

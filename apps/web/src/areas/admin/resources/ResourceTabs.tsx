import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths.ts";
import classes from "../CohortTabs.module.css";

const tabs = [
  { key: "trainers", to: paths.trainers() },
  { key: "rooms", to: paths.rooms() },
] as const;

/** What courses are given with: who teaches, and where. */
export function ResourceTabs() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("nav.resources")} className={classes.tabs}>
      {tabs.map(({ key, to }) => (
        <Link key={key} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab}>
          {t(`resources.${key}`)}
        </Link>
      ))}
    </nav>
  );
}

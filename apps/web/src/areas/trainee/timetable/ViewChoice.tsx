import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths.ts";
import classes from "./ViewChoice.module.css";

const views = ["list", "month"] as const;

/** The list of sessions, or a month at a time. */
export function ViewChoice({ view: shown }: { readonly view: (typeof views)[number] }) {
  const { t } = useTranslation("trainee");
  return (
    <nav aria-label={t("timetable.views")} className={classes.views}>
      {views.map((view) => (
        <Link
          key={view}
          to={paths.timetable()}
          search={({ enrolment }) => ({ enrolment, view })}
          replace
          resetScroll={false}
          aria-current={view === shown ? "true" : undefined}
          className={classes.view}
        >
          {t(`timetable.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./ChangesNotice.module.css";
import { isFirstPlan, useTimetableChanges } from "./queries.ts";

/** On a first page: how much is new in one's timetable, and the way there; nothing when nothing is. */
export function ChangesNotice({ to }: { readonly to: string }) {
  const { t } = useTranslation("changes");
  const { fresh } = useTimetableChanges();
  const count = fresh.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count === 0) return null;
  const isFirst = isFirstPlan(fresh);
  return (
    <p className={classes.notice}>
      {isFirst ? t("noticeFirst") : t("notice", { count })}{" "}
      <Link to={to} search={(search: object) => search} className={classes.link}>
        {t(isFirst ? "noticeFirstDo" : "noticeDo")}
      </Link>
    </p>
  );
}

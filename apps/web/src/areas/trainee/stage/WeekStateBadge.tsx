import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { useTranslation } from "react-i18next";
import classes from "./WeekStateBadge.module.css";

/** Where a week stands, in a word. */
export function WeekStateBadge({ week }: { readonly week: StageWeek }) {
  const { t } = useTranslation("trainee");
  const state = week.state === "draft" && week.returnedReason !== null ? "returned" : week.state;
  return (
    <span className={classes.badge} data-state={state}>
      {t(`stageLog.state.${state}`)}
    </span>
  );
}

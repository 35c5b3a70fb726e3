import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { MOST_WEEK_MINUTES, totalMinutes, type DayEntry } from "./week-form.ts";
import classes from "./WeekTotal.module.css";

/** The hours of the week so far, against the most it may have (P4). */
export function WeekTotal({ entries }: { readonly entries: readonly DayEntry[] }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const total = totalMinutes(entries);
  const isOver = total > MOST_WEEK_MINUTES;
  const part = Math.min(100, (total / MOST_WEEK_MINUTES) * 100);
  return (
    <div className={classes.total} data-over={isOver}>
      <output>
        <strong>{format.hours(total)}</strong> {t("stageLog.most", { hours: format.hours(MOST_WEEK_MINUTES) })}
      </output>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.part} style={{ width: `${part}%` }} />
      </div>
      {isOver && <p role="alert">{t("stageLog.over", { hours: format.hours(total - MOST_WEEK_MINUTES) })}</p>}
    </div>
  );
}

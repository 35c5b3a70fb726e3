import type { HalfDay } from "@passerelle/contracts/plans";
import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { useWeekWords } from "../week-words.ts";
import { LeftDraft } from "./LeftDraft.tsx";
import { LoggedDays } from "./LoggedDays.tsx";
import { WeekForm } from "./WeekForm.tsx";
import { WeekLinks } from "./WeekLinks.tsx";
import { WeekStateBadge } from "./WeekStateBadge.tsx";
import classes from "./WeekCard.module.css";

export interface WeekCardProps {
  readonly enrolmentId: string;
  readonly week: string;
  readonly stored: StageWeek | null;
  readonly weeks: readonly StageWeek[];
  readonly today: string;
  /** Those that take place. */
  readonly halfDays: readonly HalfDay[];
  readonly canLog: boolean;
}

/** One week: a form while it is the trainee's, then what was sent. */
export function WeekCard(props: WeekCardProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const weekWords = useWeekWords();
  const { week, stored, today, canLog } = props;
  const isOpen = canLog && (stored === null || stored.state === "draft");
  return (
    <section className={classes.card} aria-labelledby="week">
      <WeekLinks week={week} today={today} />
      <div className={classes.top} aria-live="polite">
        <h2 id="week" className={classes.title}>
          {t("stageLog.week", { week: weekWords(week) })}
        </h2>
        {stored !== null && <WeekStateBadge week={stored} />}
      </div>
      {stored !== null && stored.returnedReason !== null && (
        <Callout tone="warm" title={t("stageLog.returned")}>
          <p>{stored.returnedReason}</p>
        </Callout>
      )}
      {isOpen ? (
        <WeekForm {...props} />
      ) : (
        stored !== null && (
          <>
            <LeftDraft enrolmentId={props.enrolmentId} stored={stored} />
            <LoggedDays entries={stored.days} />
            <p className={classes.total}>{t("stageLog.total", { hours: format.hours(stored.minutes) })}</p>
            <p className={classes.quiet}>{t(`stageLog.stateText.${stored.state}`)}</p>
          </>
        )
      )}
    </section>
  );
}

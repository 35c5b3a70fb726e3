import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { Button, Checkbox } from "@mantine/core";
import { daysOf } from "@passerelle/domain/placement/iso-week";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { useWeekPeriod } from "./week-period.ts";
import classes from "./WeekRow.module.css";

interface WeekRowProps {
  readonly week: StageWeek;
  readonly selected: boolean;
  readonly busy: boolean;
  readonly onKey: (event: KeyboardEvent<HTMLLIElement>, week: StageWeek) => void;
  readonly onToggle: () => void;
  readonly onValidate: () => void;
  readonly onReturn: () => void;
}

/** One week of one trainee: its seven days, what was done, and the two decisions. */
export function WeekRow({ week, selected, busy, onKey, onToggle, onValidate, onReturn }: WeekRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = useWeekPeriod();
  const who = `${week.person.givenName} ${week.person.usualName}`;
  const when = period(week.week);
  const days = daysOf(week.week).map((day) => ({ day, line: week.days.find((each) => each.day === day) }));
  const activities = week.days.filter(({ activity }) => activity !== null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys are a second way: every action is a button too
    <li
      className={classes.row}
      data-selected={selected}
      data-week={week.id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a stop for the keys
      tabIndex={0}
      aria-label={`${who}, ${when}, ${format.hours(week.minutes)}`}
      onKeyDown={(event) => onKey(event, week)}
    >
      <div className={classes.top}>
        {week.can.validate.allowed && (
          <Checkbox checked={selected} onChange={onToggle} aria-label={t("queue.selectOf", { who, when })} />
        )}
        <div className={classes.who}>
          <Link to={paths.enrolment(week.enrolmentId)} className={classes.name}>
            {who}
          </Link>
          <span className={classes.quiet}>{week.cohortName}</span>
        </div>
        <p className={classes.total}>
          <strong>{format.hours(week.minutes)}</strong> <span className={classes.quiet}>{when}</span>
        </p>
        <div className={classes.actions}>
          {week.can.validate.allowed ? (
            <>
              <Button size="sm" disabled={busy} onClick={onValidate} aria-label={t("queue.validateOf", { who, when })}>
                {t("queue.validate")}
              </Button>
              <Button
                size="sm"
                variant="default"
                disabled={busy}
                onClick={onReturn}
                aria-label={t("queue.returnOf", { who, when })}
              >
                {t("queue.return")}
              </Button>
            </>
          ) : (
            <span className={classes.quiet}>{t(`stageWeekState.${week.state}`)}</span>
          )}
        </div>
      </div>
      <ol className={classes.days}>
        {days.map(({ day, line }) => (
          <li key={day} data-empty={line === undefined}>
            <span className={classes.quiet}>{format.day(day, "weekdayShort")}</span>
            <span>{line === undefined ? "–" : format.hours(line.minutes)}</span>
          </li>
        ))}
      </ol>
      {activities.length > 0 && (
        <ul className={classes.activities}>
          {activities.map(({ day, activity }) => (
            <li key={day}>
              <span className={classes.quiet}>{format.day(day, "weekdayShort")}</span> {activity}
            </li>
          ))}
        </ul>
      )}
      {week.returnedReason !== null && (
        <p className={classes.quiet}>{t("queue.returnedFor", { reason: week.returnedReason })}</p>
      )}
    </li>
  );
}

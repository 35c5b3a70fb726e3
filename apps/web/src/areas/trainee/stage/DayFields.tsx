import { NativeSelect, TextInput } from "@mantine/core";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { durations, MOST_DAY_MINUTES, stepped, type DayEntry, type DayFaults } from "./week-form.ts";
import classes from "./DayFields.module.css";

const LONGEST_ACTIVITY = 300;

interface DayFieldsProps {
  readonly entry: DayEntry;
  readonly faults: DayFaults;
  readonly isFuture: boolean;
  readonly isToday: boolean;
  /** The half-days of the cohort on this day. */
  readonly courses: readonly HalfDay[];
  readonly onChange: (change: Partial<DayEntry>) => void;
}

/** One day: how long, and what was done. */
export function DayFields({ entry, faults, isFuture, isToday, courses, onChange }: DayFieldsProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const name = format.day(entry.day, "weekday");
  const course = courses.length > 0 && (
    <p className={classes.course}>
      {t("stageLog.course", { when: courses.map(({ slot }) => t(`timetable.slot.${slot}`)).join(", ") })}
    </p>
  );
  // Hours that are there already stay within reach, so that they can be taken off.
  if (isFuture && entry.minutes === 0 && entry.activity === "") {
    return (
      <div className={classes.future}>
        <span className={classes.name}>{name}</span>
        <span>{t("stageLog.future")}</span>
        {course}
      </div>
    );
  }
  return (
    <fieldset className={classes.day}>
      <legend className={classes.legend}>
        <span className={classes.name}>{name}</span>
        {isToday && <span className={classes.today}>{t("stageLog.today")}</span>}
      </legend>
      {course}
      <div className={classes.fields}>
        <Duration entry={entry} fault={faults.minutes} onChange={(minutes) => onChange({ minutes })} />
        <TextInput
          size="md"
          label={t("stageLog.activity")}
          value={entry.activity}
          maxLength={LONGEST_ACTIVITY}
          error={faults.activity}
          onChange={(event) => onChange({ activity: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}

interface DurationProps {
  readonly entry: DayEntry;
  readonly fault: string | undefined;
  readonly onChange: (minutes: number) => void;
}

function Duration({ entry, fault, onChange }: DurationProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { minutes } = entry;
  return (
    <div className={classes.duration}>
      <Step sign="−" label={t("stageLog.less")} isEnd={minutes === 0} onClick={() => onChange(stepped(minutes, -1))} />
      <NativeSelect
        size="md"
        label={t("stageLog.duration")}
        value={String(minutes)}
        data={durations(minutes).map((each) => ({ value: String(each), label: format.hours(each) }))}
        error={fault}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <Step
        sign="+"
        label={t("stageLog.more")}
        isEnd={minutes >= MOST_DAY_MINUTES}
        onClick={() => onChange(stepped(minutes, 1))}
      />
    </div>
  );
}

interface StepProps {
  readonly sign: string;
  readonly label: string;
  /** Stays reachable at the end, so that the focus does not jump away. */
  readonly isEnd: boolean;
  readonly onClick: () => void;
}

function Step({ sign, label, isEnd, onClick }: StepProps) {
  return (
    <button
      type="button"
      className={classes.step}
      aria-label={label}
      aria-disabled={isEnd}
      onClick={() => {
        if (!isEnd) onClick();
      }}
    >
      {sign}
    </button>
  );
}

import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { marksOf, marksOfDay, type Changed } from "../../../components/timetable-changes/half-day-marks.ts";
import { HalfDayMarks } from "../../../components/timetable-changes/HalfDayMarks.tsx";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./CourseDays.module.css";
import { dayAnchor } from "./day-anchor.ts";
import { SettingWords } from "./SettingWords.tsx";
import { commonSetting, type CourseDay, settingOf } from "./timetable.ts";

export interface Marks {
  readonly today: string;
  /** The next day of course; null when none is to come. */
  readonly next: string | null;
  /** What is new, by half-day. */
  readonly changed: Changed;
  /** The look of each block, by its code. */
  readonly looks: ReadonlyMap<string, string>;
}

interface CourseDaysProps {
  readonly days: readonly CourseDay[];
  readonly marks: Marks;
  /** Where nothing above says which days are the exam's. */
  readonly namesExam?: boolean;
  /** Where the setting of all of them is told above. */
  readonly isSettingTold?: boolean;
}

/** Days of course, each with its half-days. */
export function CourseDays({ days, marks, namesExam = false, isSettingTold = false }: CourseDaysProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  return (
    <ol className={classes.days}>
      {days.map(({ day, halfDays }) => {
        const ofDay = marksOfDay(halfDays, marks.changed);
        const common = isSettingTold ? null : commonSetting([{ day, halfDays }]);
        return (
          <li
            key={day}
            id={dayAnchor(day)}
            tabIndex={-1}
            className={classes.day}
            data-when={day < marks.today ? "past" : day === marks.today ? "today" : "coming"}
          >
            <p className={classes.date}>
              <span className={classes.name}>{format.day(day, "weekday")}</span>
              {day === marks.today && <span className={classes.tag}>{t("timetable.today")}</span>}
              {day === marks.next && (
                <span className={classes.tag} data-tone="next">
                  {t("timetable.next")}
                </span>
              )}
              {ofDay !== null && <HalfDayMarks marks={ofDay} />}
            </p>
            {common !== null && (
              <p className={classes.setting}>
                <SettingWords setting={common} />
              </p>
            )}
            <ul className={classes.halfDays}>
              {halfDays.map((halfDay) => (
                <HalfDayLine
                  key={halfDay.id}
                  halfDay={halfDay}
                  marks={marks}
                  isToldWithDay={ofDay !== null}
                  namesExam={namesExam}
                  isSettingTold={isSettingTold || common !== null}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

interface HalfDayLineProps {
  readonly halfDay: HalfDay;
  readonly marks: Marks;
  readonly isToldWithDay: boolean;
  readonly namesExam: boolean;
  readonly isSettingTold: boolean;
}

function HalfDayLine({ halfDay, marks, isToldWithDay, namesExam, isSettingTold }: HalfDayLineProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { slot, startsAt, endsAt, blockCode, kind, state, cancelledReason } = halfDay;
  const isCancelled = state === "cancelled";
  const times = t("timetable.times", { from: format.time(startsAt.slice(11)), to: format.time(endsAt.slice(11)) });
  const Times = isCancelled ? "s" : "span";
  // A cancelled one says so, new or not.
  const fresh = isToldWithDay || isCancelled ? [] : marksOf(halfDay, marks.changed);
  return (
    <li className={classes.halfDay} data-changed={marks.changed.has(halfDay.id)}>
      <span className={classes.slot}>{t(`timetable.slot.${slot}`)}</span>
      <Times className={classes.times}>{times}</Times>
      {blockCode !== null && <BlockTag code={blockCode} look={marks.looks.get(blockCode) ?? "6"} />}
      {kind === "exam" && (namesExam || blockCode === null) && (
        <span className={classes.exam}>
          <BlockTag code={t("timetable.exam")} look="exam" />
        </span>
      )}
      {!isSettingTold && !isCancelled && (
        <span className={classes.ownSetting}>
          <SettingWords setting={settingOf(halfDay)} />
        </span>
      )}
      {fresh.length > 0 && (
        <span className={classes.fresh}>
          <HalfDayMarks marks={fresh} />
        </span>
      )}
      {isCancelled && (
        <span className={classes.cancelled}>
          <span className={classes.tag} data-tone="cancelled">
            {t("timetable.cancelled")}
          </span>{" "}
          {cancelledReason}
        </span>
      )}
    </li>
  );
}

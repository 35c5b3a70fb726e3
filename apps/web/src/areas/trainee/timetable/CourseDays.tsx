import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./CourseDays.module.css";
import { dayAnchor } from "./day-anchor.ts";
import type { CourseDay } from "./timetable.ts";

export interface Marks {
  readonly today: string;
  /** The next day of course; null when none is to come. */
  readonly next: string | null;
  /** Half-days that moved lately. */
  readonly moved: ReadonlySet<string>;
  /** The look of each block, by its code. */
  readonly looks: ReadonlyMap<string, string>;
}

interface CourseDaysProps {
  readonly days: readonly CourseDay[];
  readonly marks: Marks;
  /** Where nothing above says which days are the exam's. */
  readonly namesExam?: boolean;
}

/** Days of course, each with its half-days. */
export function CourseDays({ days, marks, namesExam = false }: CourseDaysProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  return (
    <ol className={classes.days}>
      {days.map(({ day, halfDays }) => {
        const isMoved = halfDays.every(({ id }) => marks.moved.has(id));
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
              {isMoved && <MovedTag />}
            </p>
            <ul className={classes.halfDays}>
              {halfDays.map((halfDay) => (
                <HalfDayLine
                  key={halfDay.id}
                  halfDay={halfDay}
                  looks={marks.looks}
                  isMoved={!isMoved && marks.moved.has(halfDay.id)}
                  namesExam={namesExam}
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
  readonly looks: Marks["looks"];
  readonly isMoved: boolean;
  readonly namesExam: boolean;
}

function HalfDayLine({ halfDay, looks, isMoved, namesExam }: HalfDayLineProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { slot, startsAt, endsAt, blockCode, kind, state, cancelledReason } = halfDay;
  const isCancelled = state === "cancelled";
  const times = t("timetable.times", { from: format.time(startsAt.slice(11)), to: format.time(endsAt.slice(11)) });
  const Times = isCancelled ? "s" : "span";
  return (
    <li className={classes.halfDay}>
      <span className={classes.slot}>{t(`timetable.slot.${slot}`)}</span>
      <Times className={classes.times}>{times}</Times>
      {blockCode !== null && <BlockTag code={blockCode} look={looks.get(blockCode) ?? "6"} />}
      {kind === "exam" && (namesExam || blockCode === null) && (
        <span className={classes.exam}>
          <BlockTag code={t("timetable.exam")} look="exam" />
        </span>
      )}
      {isMoved && !isCancelled && <MovedTag />}
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

function MovedTag() {
  const { t } = useTranslation("trainee");
  return (
    <span className={classes.tag} data-tone="moved">
      {t("timetable.moved")}
    </span>
  );
}

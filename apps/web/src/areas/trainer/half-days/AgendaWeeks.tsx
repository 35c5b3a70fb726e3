import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { marksOf, marksOfDay, type Changed } from "../../../components/timetable-changes/half-day-marks.ts";
import { HalfDayMarks } from "../../../components/timetable-changes/HalfDayMarks.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { distanceTo, type AgendaDay, type AgendaWeek } from "./agenda.ts";
import classes from "./AgendaWeeks.module.css";
import { usePlace } from "./use-place.ts";

interface AgendaWeeksProps {
  readonly weeks: readonly AgendaWeek[];
  readonly today: string;
  /** The look of each block, by its code. */
  readonly looks: ReadonlyMap<string, string>;
  /** What is new, by half-day. */
  readonly changed: Changed;
}

/** Half-days, a sheet for each week. */
export function AgendaWeeks({ weeks, today, looks, changed }: AgendaWeeksProps) {
  const { t } = useTranslation("trainer");
  const format = useFormat();
  return weeks.map(({ monday, sunday, days }) => (
    <section key={monday} className={classes.week}>
      <h2 className={classes.title}>
        {monday <= today && today <= sunday
          ? t("halfDays.thisWeek")
          : t("halfDays.week", { period: format.period(monday, sunday) })}
      </h2>
      <ol className={classes.days}>
        {days.map((day) => (
          <Day key={day.day} day={day} today={today} looks={looks} changed={changed} />
        ))}
      </ol>
    </section>
  ));
}

interface DayProps extends Pick<AgendaWeeksProps, "today" | "looks" | "changed"> {
  readonly day: AgendaDay;
}

function Day({ day: { day, halfDays }, today, looks, changed }: DayProps) {
  const { t } = useTranslation("trainer");
  const format = useFormat();
  const ofDay = marksOfDay(halfDays, changed);
  return (
    <li className={classes.day}>
      <p className={classes.date}>
        <span className={classes.name}>{format.day(day, "weekday")}</span>
        {distanceTo(day, today) === "today" && <span className={classes.tag}>{t("halfDays.today")}</span>}
        {ofDay !== null && <HalfDayMarks marks={ofDay} />}
      </p>
      <ul className={classes.halfDays}>
        {halfDays.map((halfDay) => (
          <Line key={halfDay.id} halfDay={halfDay} looks={looks} changed={changed} isToldWithDay={ofDay !== null} />
        ))}
      </ul>
    </li>
  );
}

interface LineProps extends Pick<AgendaWeeksProps, "looks" | "changed"> {
  readonly halfDay: HalfDay;
  readonly isToldWithDay: boolean;
}

function Line({ halfDay, looks, changed, isToldWithDay }: LineProps) {
  const { t } = useTranslation("trainer");
  const format = useFormat();
  const place = usePlace();
  const { startsAt, endsAt, blockCode, kind, competencies, cohortName, state, cancelledReason } = halfDay;
  const isCancelled = state === "cancelled";
  const times = t("halfDays.times", { from: format.time(startsAt.slice(11)), to: format.time(endsAt.slice(11)) });
  // A cancelled one says so, new or not.
  const fresh = isToldWithDay || isCancelled ? [] : marksOf(halfDay, changed);
  const Struck = isCancelled ? "s" : "span";
  return (
    <li className={classes.halfDay} data-cancelled={isCancelled} data-changed={changed.has(halfDay.id)}>
      <Struck className={classes.times}>{times}</Struck>
      <div className={classes.what}>
        <p className={classes.subject}>
          {kind === "exam" && <BlockTag code={t("halfDays.exam")} look="exam" />}
          {blockCode !== null && <BlockTag code={blockCode} look={looks.get(blockCode) ?? "6"} />}
          <Struck>{cohortName}</Struck>
        </p>
        {fresh.length > 0 && <HalfDayMarks marks={fresh} />}
        {competencies.length > 0 && !isCancelled && (
          <p className={classes.quiet}>{competencies.map(({ title }) => title).join(" · ")}</p>
        )}
        {isCancelled ? (
          <p>
            <span className={classes.tag} data-tone="cancelled">
              {t("halfDays.cancelled")}
            </span>{" "}
            {cancelledReason}
          </p>
        ) : (
          <p className={classes.quiet}>{place(halfDay)}</p>
        )}
      </div>
    </li>
  );
}

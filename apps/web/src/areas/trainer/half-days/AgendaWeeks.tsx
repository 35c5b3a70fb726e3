import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { distanceTo, type AgendaDay, type AgendaWeek } from "./agenda.ts";
import classes from "./AgendaWeeks.module.css";
import { usePlace } from "./use-place.ts";

interface AgendaWeeksProps {
  readonly weeks: readonly AgendaWeek[];
  readonly today: string;
  /** The look of each block, by its code. */
  readonly looks: ReadonlyMap<string, string>;
}

/** Half-days, a sheet for each week. */
export function AgendaWeeks({ weeks, today, looks }: AgendaWeeksProps) {
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
          <Day key={day.day} day={day} today={today} looks={looks} />
        ))}
      </ol>
    </section>
  ));
}

interface DayProps extends Pick<AgendaWeeksProps, "today" | "looks"> {
  readonly day: AgendaDay;
}

function Day({ day: { day, halfDays }, today, looks }: DayProps) {
  const { t } = useTranslation("trainer");
  const format = useFormat();
  return (
    <li className={classes.day}>
      <p className={classes.date}>
        <span className={classes.name}>{format.day(day, "weekday")}</span>
        {distanceTo(day, today) === "today" && <span className={classes.tag}>{t("halfDays.today")}</span>}
      </p>
      <ul className={classes.halfDays}>
        {halfDays.map((halfDay) => (
          <Line key={halfDay.id} halfDay={halfDay} looks={looks} />
        ))}
      </ul>
    </li>
  );
}

function Line({ halfDay, looks }: { readonly halfDay: HalfDay } & Pick<AgendaWeeksProps, "looks">) {
  const { t } = useTranslation("trainer");
  const format = useFormat();
  const place = usePlace();
  const { startsAt, endsAt, blockCode, kind, competencies, cohortName, state, cancelledReason } = halfDay;
  const isCancelled = state === "cancelled";
  const times = t("halfDays.times", { from: format.time(startsAt.slice(11)), to: format.time(endsAt.slice(11)) });
  const Struck = isCancelled ? "s" : "span";
  return (
    <li className={classes.halfDay} data-cancelled={isCancelled}>
      <Struck className={classes.times}>{times}</Struck>
      <div className={classes.what}>
        <p className={classes.subject}>
          {kind === "exam" && <BlockTag code={t("halfDays.exam")} look="exam" />}
          {blockCode !== null && <BlockTag code={blockCode} look={looks.get(blockCode) ?? "6"} />}
          <Struck>{cohortName}</Struck>
        </p>
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

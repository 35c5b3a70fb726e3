import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { distanceTo } from "./agenda.ts";
import classes from "./NextCard.module.css";
import { usePlace } from "./use-place.ts";

interface NextCardProps {
  readonly halfDay: HalfDay;
  /** The title of its block. */
  readonly blockTitle: string | undefined;
  readonly today: string;
  /** What the clocks of France show. */
  readonly now: string;
}

/** Where to be next, and when: what a trainer opens this for. */
export function NextCard({ halfDay, blockTitle, today, now }: NextCardProps) {
  const { t } = useTranslation("trainer");
  const format = useFormat();
  const place = usePlace();
  const { day, startsAt, endsAt, blockCode, kind, competencies, cohortName } = halfDay;
  const when = startsAt <= now ? "now" : distanceTo(day, today);
  const subject = [kind === "exam" ? t("halfDays.exam") : null, blockCode, blockTitle].filter(
    (part) => typeof part === "string",
  );
  return (
    <section className={classes.sheet} aria-labelledby="next-half-day">
      <p className={classes.above}>{t(`halfDays.next.${when}`)}</p>
      <h2 id="next-half-day" className={classes.day}>
        {format.day(day, "weekday")}
      </h2>
      <p className={classes.times}>
        {t("halfDays.times", { from: format.time(startsAt.slice(11)), to: format.time(endsAt.slice(11)) })}
      </p>
      <p className={classes.place}>{place(halfDay)}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t("halfDays.subject")}</dt>
          <dd>{subject.join(" · ")}</dd>
          {competencies.map(({ code, title }) => (
            <dd key={code}>{title}</dd>
          ))}
        </div>
        <div>
          <dt>{t("halfDays.cohort")}</dt>
          <dd>{cohortName}</dd>
        </div>
      </dl>
    </section>
  );
}

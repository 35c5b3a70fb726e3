import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { FigureCard } from "../FigureCard.tsx";
import { useWeekWords } from "../week-words.ts";
import { WeekStateBadge } from "./WeekStateBadge.tsx";
import classes from "./PastWeeks.module.css";

interface PastWeeksProps {
  readonly weeks: readonly StageWeek[];
  readonly shown: string;
}

/** Every week that was logged, latest first. */
export function PastWeeks({ weeks, shown }: PastWeeksProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const weekWords = useWeekWords();
  if (weeks.length === 0) return null;
  return (
    <FigureCard title={t("stageLog.weeks")}>
      <ul className={classes.weeks}>
        {weeks.map((each) => (
          <li key={each.id} className={classes.week}>
            <Link
              to={paths.stage()}
              search={({ enrolment }) => ({ enrolment, week: each.week })}
              aria-current={each.week === shown ? "true" : undefined}
              className={classes.link}
            >
              {weekWords(each.week)}
            </Link>
            <span className={classes.hours}>{format.hours(each.minutes)}</span>
            <WeekStateBadge week={each} />
          </li>
        ))}
      </ul>
    </FigureCard>
  );
}

import type { TimetableChange } from "@passerelle/contracts/timetable";
import { civilDayOf, localTimeOf } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import classes from "./ChangeList.module.css";

interface ChangeListProps {
  readonly changes: readonly TimetableChange[];
  readonly namesCohort: boolean;
}

/** What each version changed, in the server's words, and who published it when. */
export function ChangeList({ changes, namesCohort }: ChangeListProps) {
  const { t } = useTranslation("changes");
  return (
    <ol className={classes.versions}>
      {changes.map((change) => (
        <li key={change.id} className={classes.version}>
          <p className={classes.when}>
            {namesCohort && <span className={classes.cohort}>{change.cohortName}</span>}
            <Published change={change} />
          </p>
          {change.note !== null && <p className={classes.note}>{t("note", { note: change.note })}</p>}
          <ul className={classes.lines}>
            {change.lines.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Published({ change: { publishedAt, publishedBy } }: { readonly change: TimetableChange }) {
  const { t } = useTranslation("changes");
  const format = useFormat();
  const instant = Temporal.Instant.fromEpochMilliseconds(publishedAt.getTime());
  const day = format.day(civilDayOf(instant), "plain");
  const time = format.time(localTimeOf(instant).slice(11, 16));
  return publishedBy === null ? t("published", { day, time }) : t("publishedBy", { day, time, name: publishedBy });
}

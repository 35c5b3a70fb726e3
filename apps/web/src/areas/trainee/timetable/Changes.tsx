import type { TimetableChange } from "@passerelle/contracts/sessions";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { Callout } from "../../../ui/Callout.tsx";
import classes from "./Changes.module.css";
import { dayOfChange } from "./timetable.ts";

interface ChangesProps {
  readonly recent: readonly TimetableChange[];
  readonly all: readonly TimetableChange[];
}

/** What changed lately, where it cannot be missed; what changed before that, folded. */
export function Changes({ recent, all }: ChangesProps) {
  const { t } = useTranslation("trainee");
  const earlier = all.filter((change) => !recent.includes(change));
  if (all.length === 0) return null;
  return (
    <div className={classes.changes}>
      {recent.length > 0 && (
        <Callout tone="warm" title={t("timetable.changed")}>
          <ChangeList changes={recent} />
        </Callout>
      )}
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{t("timetable.changedBefore")}</summary>
          <ChangeList changes={earlier} />
        </details>
      )}
    </div>
  );
}

function ChangeList({ changes }: { readonly changes: readonly TimetableChange[] }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {changes.map((change) => (
        <li key={change.id}>
          {change.detail}{" "}
          <span className={classes.when}>
            {t("timetable.changedOn", { day: format.day(dayOfChange(change), "plain") })}
          </span>
        </li>
      ))}
    </ul>
  );
}

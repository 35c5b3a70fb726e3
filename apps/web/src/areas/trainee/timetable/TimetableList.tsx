import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { CourseDays, type Marks } from "./CourseDays.tsx";
import { SettingWords } from "./SettingWords.tsx";
import { commonSetting, type CourseGroup } from "./timetable.ts";
import classes from "./TimetableList.module.css";

interface TimetableListProps {
  readonly groups: readonly CourseGroup[];
  readonly marks: Marks;
}

/** Sessions and exam days, from what comes next; what is over is folded above. */
export function TimetableList({ groups, marks }: TimetableListProps) {
  const { t } = useTranslation("trainee");
  const over = groups.filter(({ to }) => to < marks.today);
  const coming = groups.filter(({ to }) => to >= marks.today);
  // The certification is no session: the path counts them the same way.
  const sessionsOver = over.filter(({ number }) => number !== null).length;
  return (
    <div className={classes.list}>
      {over.length > 0 && (
        <details className={classes.over}>
          <summary className={classes.summary}>
            {t(sessionsOver === over.length ? "timetable.over" : "timetable.overWithExam", { count: sessionsOver })}
          </summary>
          <div className={classes.list}>
            {over.map((group) => (
              <Group key={group.key} group={group} marks={marks} />
            ))}
          </div>
        </details>
      )}
      {coming.length === 0 && <p>{t("timetable.allOver")}</p>}
      {coming.map((group) => (
        <Group key={group.key} group={group} marks={marks} />
      ))}
    </div>
  );
}

function Group({ group, marks }: { readonly group: CourseGroup; readonly marks: Marks }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { number, from, to, days } = group;
  const setting = commonSetting(days);
  return (
    <section className={classes.group} data-over={to < marks.today}>
      <h2 className={classes.title}>
        {number === null ? t("timetable.exam") : t("timetable.session", { number })}{" "}
        <span className={classes.period}>{format.period(from, to, "long")}</span>
      </h2>
      {setting !== null && (
        <p className={classes.setting}>
          <SettingWords setting={setting} />
        </p>
      )}
      <CourseDays days={days} marks={marks} isSettingTold={setting !== null} />
    </section>
  );
}

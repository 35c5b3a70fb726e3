import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { useWeekWords } from "../week-words.ts";
import type { Now } from "./what-now.ts";
import classes from "./NowCard.module.css";

/** The one thing to do now. */
export function NowCard({ now }: { readonly now: Now }) {
  const { t } = useTranslation("trainee");
  const weekWords = useWeekWords();
  const format = useFormat();
  switch (now.kind) {
    case "returned":
      return (
        <Sheet
          title={t("now.returned")}
          text={t("now.returnedText", { week: weekWords(now.week), reason: now.reason })}
        >
          <ButtonLink to={paths.stage()} search={{ week: now.week }} size="md" fullWidth className={classes.button}>
            {t("now.returnedDo")}
          </ButtonLink>
        </Sheet>
      );
    case "to_submit":
      return (
        <Sheet
          title={t("now.toSubmit")}
          text={t("now.toSubmitText", { week: weekWords(now.week), hours: format.hours(now.minutes) })}
        >
          <ButtonLink to={paths.stage()} search={{ week: now.week }} size="md" fullWidth className={classes.button}>
            {t("now.toSubmitDo")}
          </ButtonLink>
        </Sheet>
      );
    case "to_log":
      return (
        <Sheet title={t("now.toLog")} text={t("now.toLogText", { week: weekWords(now.week) })}>
          <ButtonLink to={paths.stage()} search={{ week: now.week }} size="md" fullWidth className={classes.button}>
            {t("now.toLogDo")}
          </ButtonLink>
        </Sheet>
      );
    case "next_course": {
      const { halfDay } = now;
      const facts = {
        day: format.day(halfDay.day, "weekday"),
        from: format.time(halfDay.startsAt.slice(11)),
        to: format.time(halfDay.endsAt.slice(11)),
      };
      return (
        <Sheet
          label={t("now.ahead")}
          title={t(halfDay.kind === "exam" ? "now.exam" : "now.nextCourse")}
          text={t("now.nextCourseText", facts)}
        >
          <ButtonLink to={paths.timetable()} size="md" fullWidth className={classes.button}>
            {t("now.nextCourseDo")}
          </ButtonLink>
        </Sheet>
      );
    }
    case "title":
      return <Sheet title={t("now.title")} text={t("now.titleText")} />;
    case "nothing":
      return <Sheet title={t("now.nothing")} text={t("now.nothingText")} />;
  }
}

interface SheetProps {
  /** When, in a word: now, if not said otherwise. */
  readonly label?: string;
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Sheet({ label, title, text, children }: SheetProps) {
  const { t } = useTranslation("trainee");
  return (
    <section className={classes.sheet}>
      <p className={classes.above}>{label ?? t("now.label")}</p>
      <h2 className={classes.title}>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}

import { nextWeek, previousWeek, weekOf } from "@passerelle/domain/placement/iso-week";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { paths } from "../../../paths.ts";
import classes from "./WeekLinks.module.css";

interface WeekLinksProps {
  readonly week: string;
  readonly today: string;
}

/** To the week before and the week after, never beyond this one. */
export function WeekLinks({ week, today }: WeekLinksProps) {
  const { t } = useTranslation("trainee");
  const isThisWeek = week >= weekOf(today);
  const to = (other: string) => ({
    to: paths.stage(),
    search: ({ enrolment }: { enrolment?: string | undefined }) => ({ enrolment, week: other }),
    variant: "default" as const,
    resetScroll: false,
  });
  return (
    <nav className={classes.links} aria-label={t("stageLog.weeks")}>
      <ButtonLink {...to(previousWeek(week))} aria-label={t("stageLog.before")}>
        <span aria-hidden="true">←</span>&nbsp;{t("stageLog.beforeShort")}
      </ButtonLink>
      {isThisWeek ? (
        <span className={classes.now}>{t("stageLog.thisWeek")}</span>
      ) : (
        <ButtonLink {...to(nextWeek(week))} aria-label={t("stageLog.after")}>
          {t("stageLog.afterShort")}&nbsp;<span aria-hidden="true">→</span>
        </ButtonLink>
      )}
    </nav>
  );
}

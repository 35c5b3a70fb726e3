import type { EnrolmentProgress } from "@passerelle/contracts/progress";
import { useTranslation } from "react-i18next";
import { blockStyle } from "../../../components/blocks.ts";
import { useFormat } from "../../../format/use-format.ts";
import { FigureCard } from "../FigureCard.tsx";
import { isOver } from "./is-over.ts";
import classes from "./PassportCard.module.css";

/** The title as a passport: one place for each certificate, and what is decided. */
export function PassportCard({ progress }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { ccps, finalInterview, state } = progress.certification;
  const first = progress.examDays[0];
  const last = progress.examDays.at(-1);
  const isAhead = last !== undefined && last >= progress.asOf && !isOver(progress);
  return (
    <FigureCard title={t("passport.title")}>
      <ul className={classes.passport}>
        {ccps.map(({ blockCode, shortTitle, outcome, decidedOn }, index) => (
          <li key={blockCode} className={classes.ccp} data-block={blockStyle(index + 1)} data-outcome={outcome}>
            <p className={classes.code}>{blockCode}</p>
            <p className={classes.short}>{shortTitle}</p>
            <p className={classes.outcome}>{t(`passport.outcome.${outcome}`)}</p>
            {decidedOn !== null && <p className={classes.on}>{format.day(decidedOn, "plain")}</p>}
          </li>
        ))}
      </ul>
      <p className={classes.state} data-state={state}>
        {t(`passport.state.${state}`)}
      </p>
      {ccps.map(
        ({ blockCode, outcome, reason }) =>
          outcome === "not_obtained" &&
          reason !== null && <p key={blockCode}>{t("passport.reason", { code: blockCode, reason })}</p>,
      )}
      {finalInterview === "not_passed" && <p>{t("passport.interviewNotPassed")}</p>}
      {first !== undefined && last !== undefined && isAhead && (
        <p>{t("passport.exam", { days: format.period(first, last, "plain") })}</p>
      )}
    </FigureCard>
  );
}

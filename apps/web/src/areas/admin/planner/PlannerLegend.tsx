import type { HalfDay } from "@passerelle/contracts/plans";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { paths } from "../../../paths.ts";
import classes from "./PlannerLegend.module.css";

interface PlannerLegendProps {
  readonly looks: ReadonlyMap<string, string>;
  readonly letters: ReadonlyMap<string, string>;
  readonly halfDays: readonly HalfDay[];
  readonly hasUnavailable?: boolean;
  /** Whether drafts change some of them. */
  readonly hasDrafted?: boolean;
  readonly isMovable?: boolean;
}

/** Which cohorts are shown, and what colours and patterns mean. */
export function PlannerLegend({
  looks,
  letters,
  halfDays,
  hasUnavailable = false,
  hasDrafted = false,
  isMovable = false,
}: PlannerLegendProps) {
  const { t } = useTranslation();
  const names = new Map(halfDays.map(({ cohortId, cohortName }) => [cohortId, cohortName]));
  const codes = [...new Set(halfDays.map(({ blockCode }) => blockCode))].toSorted((a, b) =>
    (a ?? "").localeCompare(b ?? ""),
  );
  return (
    <div className={classes.legend}>
      {letters.size > 0 && (
        <ul className={classes.items} aria-label={t("planner.cohorts")}>
          {[...letters].map(([id, letter]) => (
            <li key={id} className={classes.item}>
              <span className={classes.letter}>{letter}</span>
              <Link to={paths.cohort(id)}>{names.get(id)}</Link>
            </li>
          ))}
        </ul>
      )}
      <ul className={classes.items} aria-label={t("year.legend")}>
        {codes.map((code) => (
          <li key={code}>
            <BlockTag code={code ?? t("year.exam")} look={looks.get(code ?? "") ?? "exam"} />
          </li>
        ))}
        <li className={classes.item}>
          <span className={classes.holiday} aria-hidden="true" />
          {t("year.holiday")}
        </li>
        <li className={classes.item}>
          <span className={classes.closure} aria-hidden="true" />
          {t("year.closure")}
        </li>
        {hasDrafted && (
          <li className={classes.item}>
            <span className={classes.drafted} aria-hidden="true" />
            {t("planner.draftedText")}
          </li>
        )}
        {hasUnavailable && (
          <li className={classes.item}>
            <span className={classes.unavailable} aria-hidden="true" />
            {t("planner.unavailable")}
          </li>
        )}
      </ul>
      {isMovable && <p className={classes.keys}>{t("planner.help")}</p>}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { NO_MARKS, type Mark, type Marks } from "./plan-marks.ts";
import classes from "./Legend.module.css";

const MARKS: readonly Mark[] = ["new", "changed", "left"];

interface LegendProps {
  readonly looks: ReadonlyMap<string, string>;
  readonly hasExam: boolean;
  /** Whether sessions can be moved here. */
  readonly isMovable?: boolean;
  /** Whether half-days that want somebody or a room are marked. */
  readonly marksOpen?: boolean;
  /** Where the plan shown differs from another. */
  readonly marks?: Marks;
}

/** What colours and patterns of the calendar mean. */
export function Legend({ looks, hasExam, isMovable = false, marksOpen = false, marks = NO_MARKS }: LegendProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.legend}>
      <ul className={classes.items} aria-label={t("year.legend")}>
        {[...looks].map(([code, look]) => (
          <li key={code}>
            <BlockTag code={code} look={look} />
          </li>
        ))}
        {hasExam && (
          <li>
            <BlockTag code={t("year.exam")} look="exam" />
          </li>
        )}
        <li className={classes.item}>
          <span className={classes.holiday} aria-hidden="true" />
          {t("year.holiday")}
        </li>
        <li className={classes.item}>
          <span className={classes.closure} aria-hidden="true" />
          {t("year.closure")}
        </li>
        {marksOpen && (
          <li className={classes.item}>
            <span className={classes.open} aria-hidden="true" />
            {t("year.open")}
          </li>
        )}
        {MARKS.filter((mark) => [...marks.values()].includes(mark)).map((mark) => (
          <li key={mark} className={classes.item}>
            <span className={classes.mark} data-mark={mark} aria-hidden="true" />
            {t(`marks.legend.${mark}`)}
          </li>
        ))}
      </ul>
      <p>{t("year.halves")}</p>
      {isMovable && <p className={classes.keys}>{t("year.keys")}</p>}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import classes from "./Legend.module.css";

interface LegendProps {
  readonly looks: ReadonlyMap<string, string>;
  readonly hasExam: boolean;
  /** Whether sessions can be moved here. */
  readonly isMovable?: boolean;
  /** Whether half-days that want somebody or a room are marked. */
  readonly marksOpen?: boolean;
}

/** What colours and patterns of the calendar mean. */
export function Legend({ looks, hasExam, isMovable = false, marksOpen = false }: LegendProps) {
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
      </ul>
      <p>{t("year.halves")}</p>
      {isMovable && <p className={classes.keys}>{t("year.keys")}</p>}
    </div>
  );
}

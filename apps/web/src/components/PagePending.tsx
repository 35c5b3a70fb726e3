import { useTranslation } from "react-i18next";
import classes from "./PagePending.module.css";

/** What stands in for a page whose facts are still on their way. */
export function PagePending() {
  const { t } = useTranslation();
  return (
    <output className={classes.page} aria-label={t("common.loading")}>
      <div className={classes.bone} style={{ height: 16, width: "30%" }} />
      <div className={classes.bone} style={{ height: 34, width: "55%" }} />
      <div className={classes.bone} style={{ height: 92 }} />
      <div className={classes.cards}>
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} className={classes.bone} style={{ height: 190 }} />
        ))}
      </div>
    </output>
  );
}

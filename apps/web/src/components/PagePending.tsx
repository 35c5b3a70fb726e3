import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./PagePending.module.css";

/** What stands in for a page whose facts are still on their way. */
export function PagePending() {
  const { t } = useTranslation();
  return (
    <output className={classes.page} aria-label={t("common.loading")}>
      <Skeleton height={16} width="30%" />
      <Skeleton height={34} width="55%" />
      <Skeleton height={92} />
      <div className={classes.cards}>
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} height={190} />
        ))}
      </div>
    </output>
  );
}

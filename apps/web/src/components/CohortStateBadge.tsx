import type { CohortState } from "@passerelle/contracts/states";
import { useTranslation } from "react-i18next";
import classes from "./CohortStateBadge.module.css";

/** Where a cohort stands, in a word. */
export function CohortStateBadge({ state }: { readonly state: CohortState }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-state={state}>
      {t(`cohortState.${state}`)}
    </span>
  );
}

import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import { useTranslation } from "react-i18next";
import classes from "./EnrolmentStateBadge.module.css";

/** Where an enrolment stands, in a word. */
export function EnrolmentStateBadge({ state }: { readonly state: EnrolmentState }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-state={state}>
      {t(`enrolmentState.${state}`)}
    </span>
  );
}

import type { Cohort } from "@passerelle/contracts/cohorts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CohortStateBadge } from "../../../components/CohortStateBadge.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import classes from "./CohortRow.module.css";

export function CohortRow({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { plan, programme } = cohort;
  const { titleVersion } = programme;
  return (
    <li className={classes.row}>
      <div className={classes.names}>
        <div className={classes.line}>
          <Link to={paths.cohort(cohort.id)} className={classes.name}>
            {cohort.name}
          </Link>
          <CohortStateBadge state={cohort.state} />
        </div>
        <p className={classes.quiet}>
          {titleVersion.name} · {t("programme.edition", { year: titleVersion.inForceFrom.slice(0, 4) })} · {cohort.code}
        </p>
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>{t("cohorts.dates")}</dt>
          <dd>{format.period(cohort.startsOn, cohort.endsOn)}</dd>
        </div>
        <div>
          <dt>{t("cohorts.planning")}</dt>
          <dd>
            {plan.sessions === 0
              ? t("cohorts.noPlan")
              : t("proof.of", { planned: format.hours(plan.plannedMinutes), due: format.hours(plan.dueMinutes) })}
          </dd>
        </div>
        <div>
          <dt>{t("cohorts.capacity")}</dt>
          <dd>{format.number(cohort.capacity)}</dd>
        </div>
      </dl>
    </li>
  );
}

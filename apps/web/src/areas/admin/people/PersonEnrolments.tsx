import { enrolmentList } from "@passerelle/contracts/enrolments";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { qAll } from "../../../api/query.ts";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import { EnrolmentStateBadge } from "../enrolments/EnrolmentStateBadge.tsx";
import classes from "./PersonEnrolments.module.css";

export const enrolmentsOf = (personId: string) => qAll(enrolmentList, { query: { personId } });

/** Where the person is and was enrolled. */
export function PersonEnrolments({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: enrolments } = useSuspenseQuery(enrolmentsOf(personId));
  return (
    <Card title={t("person.enrolments")}>
      {enrolments.length === 0 ? (
        <p className={classes.quiet}>{t("person.noEnrolment")}</p>
      ) : (
        <ul className={classes.list}>
          {enrolments.map(({ id, cohortName, route, state, stateSince }) => (
            <li key={id} className={classes.row}>
              <Link to={paths.enrolment(id)} className={classes.name}>
                {cohortName}
              </Link>
              <EnrolmentStateBadge state={state} />
              <span className={classes.quiet}>
                {t(`enrolmentRoute.${route}`)} · {t("enrolments.since", { day: format.day(stateSince, "plain") })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

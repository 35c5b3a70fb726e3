import type { WorkList } from "@passerelle/contracts/progress";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import classes from "./WorkListPage.module.css";

type ToStaff = WorkList["halfDaysToStaff"][number];

/** Half-days to come whose trainer or room is not to be had, or still to be found; each line leads to their repairs. */
export function ToStaffCard({ entries }: { readonly entries: readonly ToStaff[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return (
    <Card title={t("work.toStaff", { count })}>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={[entry.cohortId, entry.problem, entry.trainerId, entry.roomId].join()}>
            <Link
              to={paths.repairs()}
              search={{ cohortId: entry.cohortId, from: entry.firstDay, to: entry.lastDay } as object}
              className={classes.row}
            >
              <span>
                <span className={classes.name}>{entry.cohortName}</span>{" "}
                <span className={classes.quiet}>
                  {t(`work.staffProblem.${entry.problem}`, { name: entry.name ?? "" })}
                </span>
              </span>
              <span className={classes.fact}>
                {t("work.staffCount", { count: entry.count, when: format.period(entry.firstDay, entry.lastDay) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

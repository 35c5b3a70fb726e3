import type { WorkList } from "@passerelle/contracts/progress";
import { civilDayOf } from "@passerelle/domain/time";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import classes from "./WorkListPage.module.css";

/** Drafts of which nobody else knows yet; each line leads to what publishing it would come to. */
export function ToPublishCard({ drafts }: { readonly drafts: WorkList["draftsToPublish"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayOf = (at: Date) => format.day(civilDayOf(Temporal.Instant.fromEpochMilliseconds(at.getTime())), "plain");
  return (
    <Card title={t("work.toPublish", { count: drafts.length })}>
      <ul className={classes.list}>
        {drafts.map(({ cohortId, cohortName, changes, since }) => (
          <li key={cohortId}>
            <Link to={paths.publication(cohortId)} className={classes.row}>
              <span className={classes.name}>{cohortName}</span>
              <span className={classes.fact}>{t("work.draftSince", { count: changes, day: dayOf(since) })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

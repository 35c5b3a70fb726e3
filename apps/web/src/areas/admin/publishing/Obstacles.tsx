import type { DraftDifference } from "@passerelle/contracts/plan-versions";
import type { Plan } from "@passerelle/contracts/plans";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { focusHeading } from "../../../components/focus-heading.ts";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { DraftChangeRow } from "./DraftChangeRow.tsx";
import classes from "./Obstacles.module.css";

interface ObstaclesProps {
  readonly plan: Plan;
  readonly difference: DraftDifference;
  readonly onChanged: (changed: Plan) => void;
}

/** What keeps a draft from being published, and where each is settled; nothing when nothing does. */
export function Obstacles({ plan, difference: { conflicts, faults, outdated }, onChanged }: ObstaclesProps) {
  const { t } = useTranslation();
  const tell = (changed: Plan) => {
    // The button is gone with its change.
    focusHeading();
    onChanged(changed);
  };
  if (conflicts.length + faults.length + outdated.length === 0) return null;
  return (
    <section aria-label={t("publication.obstacles")}>
      <Callout tone="bad" title={t("publication.obstacles")}>
        {outdated.length > 0 && (
          <>
            <p>{t("publication.outdated", { count: outdated.length })}</p>
            <ol className={classes.changes}>
              {outdated.map((change) => (
                <DraftChangeRow key={change.id} plan={plan} change={change} onWithdrawn={tell} />
              ))}
            </ol>
          </>
        )}
        {conflicts.length > 0 && (
          <ul>
            {conflicts.map(({ halfDayId, kind, day, detail, other }) => (
              <li key={[halfDayId, kind, other.id].join()}>
                {detail}{" "}
                <Link to={paths.planner()} search={{ day } as object}>
                  {t("publication.toWeek")}
                </Link>{" "}
                · <Link to={paths.cohort(other.cohortId)}>{other.cohortName}</Link>
              </li>
            ))}
          </ul>
        )}
        {faults.length > 0 && (
          <ul>
            {[...new Set(faults.map(({ detail }) => detail))].map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </Callout>
    </section>
  );
}

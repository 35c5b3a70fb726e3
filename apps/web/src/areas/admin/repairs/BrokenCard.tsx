import type { BrokenHalfDay } from "@passerelle/contracts/repairs";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { paths } from "../../../paths.ts";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { usePlaceText } from "../planner/use-place-text.ts";
import { RepairChoice } from "./RepairChoice.tsx";
import type { Repairing } from "./use-repairing.ts";
import classes from "./BrokenCard.module.css";

interface BrokenCardProps {
  readonly broken: BrokenHalfDay;
  readonly looks: ReadonlyMap<string, string>;
  readonly repairing: Repairing;
}

const SHOWN_FIRST = 3;

/** A half-day whose trainer or room is not to be had, and the ways to repair it, the cheapest first. */
export function BrokenCard({ broken, looks, repairing }: BrokenCardProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const [showsAll, setShowsAll] = useState(false);
  const { halfDay, problems, repairs } = broken;
  const { id, blockCode, cohortId, cohortName, day } = halfDay;
  const shown = showsAll ? repairs : repairs.slice(0, SHOWN_FIRST);
  const more = repairs.length - shown.length;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.when}>{placeText.when(halfDay)}</h2>
        <BlockTag code={blockCode ?? t("year.exam")} look={looks.get(blockCode ?? "") ?? "exam"} />
        <Link to={paths.cohort(cohortId)}>{cohortName}</Link>
        <span className={classes.quiet}>
          {placeText.trainer(halfDay)} · {placeText.room(halfDay)}
        </span>
      </div>
      {problems.length > 0 && (
        <ul className={classes.problems} aria-label={t("repairs.problems")}>
          {problems.map(({ code, detail }) => (
            <li key={code}>{detail}</li>
          ))}
        </ul>
      )}
      {repairing.refusal?.id === id && <FormProblem problem={repairing.refusal.problem} />}
      {repairs.length === 0 ? (
        <div className={classes.nothing}>
          <p>{t("repairs.noWay")}</p>
          <ButtonLink to={paths.planner()} search={{ day } as object} variant="default">
            {t("repairs.byHand")}
          </ButtonLink>
        </div>
      ) : (
        <ol className={classes.ways} aria-label={t("repairs.ways")}>
          {shown.map((repair) => (
            <li key={repair.detail}>
              <RepairChoice
                repair={repair}
                disabled={repairing.pending}
                choose={() => void repairing.repair(broken, repair)}
              />
            </li>
          ))}
        </ol>
      )}
      {more > 0 && (
        <PlainButton variant="default" className={classes.more} onClick={() => setShowsAll(true)}>
          {t("repairs.moreWays", { count: more })}
        </PlainButton>
      )}
    </li>
  );
}

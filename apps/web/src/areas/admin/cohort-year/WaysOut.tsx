import { Button } from "@mantine/core";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDayEdit } from "@passerelle/contracts/plan-edits";
import type { Plan } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { distinctName } from "./candidates.ts";
import { halfDaysOf } from "./plan-view.ts";
import { useCandidates } from "./use-candidates.ts";
import { useEditChecks, type Check, type PlanEdit } from "./use-edit-check.ts";
import { settles, takenBy, wayOut, withWayOut, type Obstacle } from "./ways-out.ts";
import classes from "./WaysOut.module.css";

interface WaysOutProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly edit: PlanEdit;
  readonly check: Check;
  readonly obstacle: Obstacle;
  /** `isClear`: with it, nothing else stands in the way. */
  readonly choose: (staff: readonly HalfDayEdit[], isClear: boolean) => void;
}

const MOST_ASKED = 8;
const MOST_SHOWN = 3;

/** Rooms, or people, with which a refused edit would pass: each a button. */
export function WaysOut({ cohort, plan, edit, check, obstacle, choose }: WaysOutProps) {
  const { t } = useTranslation();
  const halfDays = halfDaysOf(plan).filter(({ id }) => obstacle.ids.includes(id));
  const taken = takenBy(obstacle, edit, halfDays);
  const candidates = (useCandidates(obstacle.kind, cohort, halfDays) ?? [])
    .filter((candidate) => !taken.has(candidate.id) && isFit(candidate))
    .slice(0, MOST_ASKED);
  const answers = useEditChecks(
    plan,
    candidates.map(({ id }) => withWayOut(edit, wayOut(obstacle, id))),
  );
  const free = candidates.flatMap((candidate, index) => {
    const after = answers[index];
    const { id } = candidate;
    const name = distinctName(candidate, candidates);
    return after !== undefined && settles(obstacle, check, after)
      ? [{ id, name, isClear: after.verdict !== "bad" }]
      : [];
  });
  if (free.length === 0) {
    const isAsking = answers.includes(undefined);
    return isAsking ? null : <p>{t(`ways.none.${obstacle.kind}`)}</p>;
  }
  return (
    <ul className={classes.ways} aria-label={t("ways.label")}>
      {free.slice(0, MOST_SHOWN).map(({ id, name, isClear }) => (
        <li key={id}>
          <Button variant="default" size="compact-md" onClick={() => choose(wayOut(obstacle, id), isClear)}>
            {t("ways.free", { name })}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Only people who teach it, only rooms with enough seats. */
function isFit(candidate: object): boolean {
  if ("teaches" in candidate) return candidate.teaches === "all";
  return "isTooSmall" in candidate && candidate.isTooSmall === false;
}

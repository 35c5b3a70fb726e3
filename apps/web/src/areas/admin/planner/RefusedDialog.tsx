import type { HalfDay } from "@passerelle/contracts/plans";
import { repairList, type Repair } from "@passerelle/contracts/repairs";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { q } from "../../../api/query.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { mergeEdits } from "../cohort-year/edits.ts";
import { useEditCheck, type PlanEdit } from "../cohort-year/use-edit-check.ts";
import { obstacleOf } from "../cohort-year/ways-out.ts";
import { WaysOut } from "../cohort-year/WaysOut.tsx";
import { cohortQuery, draftedPlanQuery } from "../queries.ts";
import type { Lane } from "./lanes.ts";
import type { PlannerChange } from "./planner-change.ts";
import { RepairChoice } from "../repairs/RepairChoice.tsx";
import { usePlaceText } from "./use-place-text.ts";
import type { PlannerEdits } from "./use-planner-edits.ts";
import classes from "./RefusedDialog.module.css";

type Refused = Extract<PlannerChange, { kind: "refused" }>;

interface RefusedDialogProps {
  readonly refused: Refused;
  readonly edits: PlannerEdits;
  readonly show: (change: PlannerChange) => void;
  readonly onClose: () => void;
}

/** Why a half-day could not be put down there, and what else would do. */
export function RefusedDialog({ refused, edits, show, onClose }: RefusedDialogProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const { halfDay, target } = refused;
  const [problem, setProblem] = useState(refused.problem);

  async function apply(edit: PlanEdit, done: string): Promise<void> {
    try {
      await edits.edit(halfDay, edit, done);
      onClose();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 412) {
        onClose();
        edits.tellChanged(halfDay, error);
      } else setProblem(error);
    }
  }

  const inTheWay = target.doubts.find((doubt) => doubt.kind === "cohort_elsewhere");
  const { day, slot } = target.place;
  return (
    <Dialog opened onClose={onClose} title={t("planner.refused.title", { when: placeText.when(target.place) })}>
      <div className={classes.refused}>
        <FormProblem problem={problem}>
          <TargetWays refused={refused} apply={apply} />
        </FormProblem>
        <Alternatives refused={refused} isPending={edits.pending} apply={apply} />
        <div className={classes.others}>
          {inTheWay !== undefined && (
            <PlainButton
              variant="default"
              onClick={() =>
                show({ kind: "form", halfDay, change: { kind: "swap", id: halfDay.id, withId: inTheWay.by.id } })
              }
            >
              {t("planner.refused.swap")}
            </PlainButton>
          )}
          <PlainButton
            variant="default"
            onClick={() =>
              show({
                kind: "form",
                halfDay,
                change: { kind: "halfDay", id: halfDay.id, tried: { day, slot, problem } },
              })
            }
          >
            {t("planner.otherTime")}
          </PlainButton>
          <PlainButton variant="default" onClick={onClose}>
            {t("common.leave")}
          </PlainButton>
        </div>
      </div>
    </Dialog>
  );
}

interface WaysProps {
  readonly refused: Refused;
  readonly apply: (edit: PlanEdit, done: string) => Promise<void>;
}

/** Rooms, or people, with which just this would pass. */
function TargetWays({ refused: { halfDay, edit }, apply }: WaysProps) {
  const { t } = useTranslation();
  const { data: cohort } = useQuery(cohortQuery(halfDay.cohortId));
  const { data: plan } = useQuery(draftedPlanQuery(halfDay.cohortId));
  const { check } = useEditCheck(halfDay, edit);
  // Where its own cohort is in the way, another room would not help.
  const isHopeless = check === undefined || check.conflicts.some(({ kind }) => kind === "cohort");
  const obstacle = isHopeless ? null : obstacleOf(check);
  if (cohort === undefined || plan === undefined || check === undefined || obstacle === null) return null;
  return (
    <WaysOut
      cohort={cohort}
      plan={plan}
      edit={edit}
      check={check}
      obstacle={obstacle}
      choose={(staff) => void apply({ ...edit, halfDays: mergeEdits(edit.halfDays, staff) }, t("planner.doneSo"))}
    />
  );
}

const MOST_SHOWN = 4;

/** What else could be done with it, were it not to stay where it is. */
function Alternatives({ refused: { halfDay, target }, isPending, apply }: WaysProps & AlternativesProps) {
  const { t } = useTranslation();
  const { data } = useQuery(q(repairList, { query: leavingIts(halfDay, target.lane) }));
  const placeText = usePlaceText();
  const title = t("planner.refused.alternatives", { when: placeText.when(halfDay) });
  const repairs: readonly Repair[] = data?.items[0]?.repairs ?? [];
  if (repairs.length === 0) return null;
  return (
    <section aria-label={title} className={classes.alternatives}>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>
        {repairs.slice(0, MOST_SHOWN).map((repair) => (
          <li key={repair.detail}>
            <RepairChoice
              repair={repair}
              disabled={isPending}
              choose={() => void apply({ halfDays: repair.edit }, t("repairs.done", { what: repair.detail }))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AlternativesProps {
  readonly isPending: boolean;
}

/** Repairs of a half-day as if its trainer, or its room, were not to be had just then. */
function leavingIts({ id, day, slot, trainer, room }: HalfDay, { kind }: Lane) {
  const whose = kind === "trainer" || kind === "no_trainer" ? { trainerId: trainer?.id } : { roomId: room?.id };
  return { halfDayId: id, from: day, to: day, slot, ...whose };
}

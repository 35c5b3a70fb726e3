import { Button, Radio } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import type { RoomCandidate, TrainerCandidate } from "./candidates.ts";
import { staffEdits, type Staffing } from "./edits.ts";
import { useCandidates } from "./use-candidates.ts";
import { useCheckText } from "./use-check-text.ts";
import { useEditChecks, type Check, type PlanEdit } from "./use-edit-check.ts";
import classes from "./StaffForm.module.css";

interface StaffFormProps {
  readonly kind: "trainer" | "room";
  readonly cohort: Cohort;
  readonly plan: Plan;
  readonly halfDays: readonly HalfDay[];
  readonly send: (edit: PlanEdit) => Promise<void>;
  readonly onClose: () => void;
}

const NOBODY = "nobody";
const REMOTE = "remote";

/** Who teaches some half-days, or where: everybody may be chosen, and is said to be free or not. */
export function StaffForm({ kind, cohort, plan, halfDays, send, onClose }: StaffFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [pending, setPending] = useState(false);
  const candidates: readonly (TrainerCandidate | RoomCandidate)[] = useCandidates(kind, cohort, halfDays) ?? [];
  const checks = useEditChecks(
    plan,
    candidates.map((candidate) => ({ halfDays: staffEdits(halfDays, staffingOf(kind, candidate.id)) })),
  );
  const now = choiceOf(kind, halfDays);
  const form = useForm({
    initialValues: { choice: now ?? "" },
    validate: { choice: (choice) => (choice === "" ? t("staff.choose") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ choice }) => {
    setPending(true);
    try {
      await send({ halfDays: staffEdits(halfDays, staffingOf(kind, choice)) });
      onClose();
    } finally {
      setPending(false);
    }
  });
  return (
    <FormColumn onSubmit={submit} label={t(`staff.label.${kind}`)}>
      <FormProblem problem={problem} />
      {halfDays.length > 1 && <p>{t("staff.forAll", { count: halfDays.length })}</p>}
      <Radio.Group label={t(`staff.label.${kind}`)} {...form.getInputProps("choice")}>
        <div className={classes.choices}>
          {candidates.map((candidate, index) => (
            <Radio
              key={candidate.id}
              value={candidate.id}
              id={`${id}-${candidate.id}`}
              label={candidate.name}
              description={<About candidate={candidate} check={checks[index]} isNow={candidate.id === now} />}
            />
          ))}
          {kind === "room" && <Radio value={REMOTE} label={t("staff.remote")} description={t("staff.remoteHint")} />}
          <Radio value={NOBODY} label={t(`staff.nobody.${kind}`)} description={t("staff.noneHint")} />
        </div>
      </Radio.Group>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t(`staff.submit.${kind}`)}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

interface AboutProps {
  readonly candidate: TrainerCandidate | RoomCandidate;
  readonly check: Check | undefined;
  readonly isNow: boolean;
}

/** What is known of somebody, or of a room: whether they are free, whether they fit. */
function About({ candidate, check, isNow }: AboutProps) {
  const { t } = useTranslation();
  const checkText = useCheckText();
  const verdict = isNow ? "now" : (check?.verdict ?? "asking");
  const reasons = check === undefined || isNow ? [] : checkText(check);
  const facts =
    "teaches" in candidate
      ? candidate.teaches === "all" || reasons.length > 0
        ? []
        : [t(`staff.teaches.${candidate.teaches}`)]
      : [
          candidate.siteName,
          t(candidate.isTooSmall ? "staff.tooFewSeats" : "staff.seats", { count: candidate.capacity }),
        ];
  return (
    <span className={classes.about}>
      <strong className={classes.verdict} data-verdict={verdict}>
        {t(`staff.verdict.${verdict}`)}
      </strong>
      {[...facts, ...reasons.slice(0, 1)].map((each) => ` · ${each}`).join("")}
      {reasons.length > 1 && ` ${t("move.andMore", { count: reasons.length - 1 })}`}
    </span>
  );
}

function staffingOf(kind: "trainer" | "room", choice: string): Staffing {
  const id = choice === NOBODY || choice === REMOTE ? null : choice;
  if (kind === "trainer") return { trainerId: id };
  return choice === REMOTE ? { remote: true, roomId: null } : { remote: false, roomId: id };
}

/** What all of them have now; undefined when they differ. */
function choiceOf(kind: "trainer" | "room", halfDays: readonly HalfDay[]): string | undefined {
  const choices = new Set(
    halfDays.map((halfDay) => (kind === "room" && halfDay.remote ? REMOTE : (halfDay[kind]?.id ?? NOBODY))),
  );
  return choices.size === 1 ? [...choices][0] : undefined;
}

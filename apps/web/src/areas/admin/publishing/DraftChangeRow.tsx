import type { DraftChange, Plan } from "@passerelle/contracts/plans";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { useDraft } from "./use-draft.ts";
import { useInstantText } from "./use-instant-text.ts";
import classes from "./DraftChanges.module.css";

interface DraftChangeRowProps {
  readonly plan: Plan;
  readonly change: DraftChange;
  /** Made since the page was read. */
  readonly isNew?: boolean;
  readonly onWithdrawn: (changed: Plan) => void;
}

/** A change of a draft: what, by whom, when, and the way to take it back. */
export function DraftChangeRow({ plan, change, isNew = false, onWithdrawn }: DraftChangeRowProps) {
  const { t } = useTranslation();
  const instantText = useInstantText();
  const id = useId();
  const { withdraw, pending } = useDraft(plan);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const { detail, by, at, applies } = change;

  async function takeBack(): Promise<void> {
    setRefusal(null);
    try {
      const changed = await withdraw(change.id);
      tellDone(t(applies ? "move.undone" : "draft.withdrawn"));
      onWithdrawn(changed);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status !== 412) setRefusal(error);
    }
  }

  return (
    <li className={classes.change} data-applies={applies} data-new={isNew}>
      <div className={classes.words}>
        {isNew && <p className={classes.tag}>{t("draft.isNew")}</p>}
        <p id={id} className={applies ? undefined : classes.gone}>
          {detail}
        </p>
        <p className={classes.quiet}>{[by, instantText(at)].filter((part) => part !== null).join(", ")}</p>
        {!applies && <p className={classes.outdated}>{t("draft.outdated")}</p>}
      </div>
      {plan.can.adopt.allowed && (
        <PlainButton variant="default" disabled={pending} aria-describedby={id} onClick={() => void takeBack()}>
          {t(applies ? "draft.undoOne" : "draft.withdrawOne")}
        </PlainButton>
      )}
      {refusal !== null && (
        <div className={classes.refusal}>
          <FormProblem problem={refusal} />
        </div>
      )}
    </li>
  );
}

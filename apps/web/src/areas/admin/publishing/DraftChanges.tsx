import type { Plan } from "@passerelle/contracts/plans";
import { useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmForm } from "../../../components/ConfirmForm.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { DraftChangeRow } from "./DraftChangeRow.tsx";
import { useDraft } from "./use-draft.ts";
import classes from "./DraftChanges.module.css";

interface DraftChangesProps {
  readonly plan: Plan;
  /** The changes made since the page was read. */
  readonly newIds?: ReadonlySet<string>;
  /** Somebody here took changes back: the plan as it is then. */
  readonly onChanged?: (changed: Plan) => void;
  /** What else may be done with the draft. */
  readonly actions?: ReactNode;
}

const NONE: ReadonlySet<string> = new Set();

/** The changes of a draft in their order, whoever made them; any of them can be taken back, or all at once. */
export function DraftChanges({ plan, newIds = NONE, onChanged, actions }: DraftChangesProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const [isDiscarding, setDiscarding] = useState(false);
  const { discard } = useDraft(plan);
  const changes = plan.draft?.changes ?? [];
  const count = changes.length;
  const tell = (changed: Plan) => {
    // The button is gone with its change.
    list.current?.focus();
    onChanged?.(changed);
  };
  return (
    <div ref={list} tabIndex={-1} className={classes.all}>
      {count === 0 && <p className={classes.quiet}>{t("draft.empty")}</p>}
      <ol className={classes.list} aria-label={t("draft.changes")}>
        {changes.map((change) => (
          <DraftChangeRow
            key={change.id}
            plan={plan}
            change={change}
            isNew={newIds.has(change.id)}
            onWithdrawn={tell}
          />
        ))}
      </ol>
      {count > 0 && plan.can.adopt.allowed && (
        <div className={classes.actions}>
          {actions}
          <PlainButton variant="default" className={classes.discard} onClick={() => setDiscarding(true)}>
            {t("draft.discard")}
          </PlainButton>
        </div>
      )}
      <Dialog opened={isDiscarding} onClose={() => setDiscarding(false)} title={t("draft.discardTitle")}>
        <ConfirmForm
          consequence={t("draft.discardConsequence", { count })}
          submitLabel={t("draft.discardSubmit", { count })}
          confirm={async () => {
            tell(await discard());
            tellDone(t("draft.discarded"));
          }}
          onClose={() => setDiscarding(false)}
        />
      </Dialog>
    </div>
  );
}

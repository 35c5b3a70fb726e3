import { Button } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import type { Plan, PlanChange } from "@passerelle/contracts/plans";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { RedoIcon, UndoIcon } from "../../../ui/icons.tsx";
import { useInstantText } from "../publishing/use-instant-text.ts";
import { belongsElsewhere, historyKey } from "./history-key.ts";
import type { PlanChanges } from "./use-plan-changes.ts";
import classes from "./HistoryBar.module.css";

interface HistoryBarProps {
  /** Where there is little room, what was changed last is said by the buttons alone. */
  readonly isTight?: boolean;
  readonly history: Plan["history"];
  readonly changes: PlanChanges;
}

/** Undoes the last change of the plan, or does it again: by button or by key, and says which one. */
export function HistoryBar({ history: { undo, redo }, changes, isTight = false }: HistoryBarProps) {
  const { t } = useTranslation();
  const describe = useChangeText();
  const id = useId();
  useWindowEvent("keydown", (event) => {
    const asked = historyKey(event);
    if (asked === null || changes.travelling || belongsElsewhere(event.target)) return;
    if ((asked === "undo" ? undo : redo) === null) return;
    event.preventDefault();
    void (asked === "undo" ? changes.undo() : changes.redo());
  });
  const focus = useFocusInside(undo !== null, redo !== null);
  if (undo === null && redo === null) return null;
  const last = undo ?? redo;
  return (
    <section {...focus} className={classes.bar} data-tight={isTight} aria-label={t("history.label")}>
      {last !== null && (
        <p className={isTight ? "visually-hidden" : classes.what} id={`${id}-what`} title={describe(last)}>
          {undo === null && `${t("history.undone")} `}
          {describe(last)}
        </p>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<UndoIcon />}
        disabled={undo === null}
        aria-label={undo === null ? undefined : t("history.undoOf", { detail: undo.detail })}
        title={undo === null ? undefined : describe(undo)}
        aria-describedby={`${id}-what`}
        onClick={() => changes.travelling || void changes.undo()}
      >
        <span className={classes.label}>{t("history.undo")}</span>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<RedoIcon />}
        disabled={redo === null}
        aria-label={redo === null ? undefined : t("history.redoOf", { detail: redo.detail })}
        title={redo === null ? undefined : describe(redo)}
        onClick={() => changes.travelling || void changes.redo()}
      >
        <span className={classes.label}>{t("history.redo")}</span>
      </Button>
    </section>
  );
}

/** A button that has nothing more to do leaves the focus to the other. */
function useFocusInside(hasUndo: boolean, hasRedo: boolean) {
  const ref = useRef<HTMLElement>(null);
  const isHere = useRef(false);
  useEffect(() => {
    const isLost = isHere.current && document.activeElement === document.body;
    if (isLost && (hasUndo || hasRedo)) ref.current?.querySelector<HTMLElement>("button:enabled")?.focus();
  }, [hasUndo, hasRedo]);
  return {
    ref,
    onFocus: () => {
      isHere.current = true;
    },
    // A button that is disabled loses the focus without a word.
    onBlur: () => {
      isHere.current = false;
    },
  };
}

/** A change in a line: what, by whom, when. */
function useChangeText(): (change: PlanChange) => string {
  const instantText = useInstantText();
  return ({ detail, by, at }) => [detail, [by, instantText(at)].filter((part) => part !== null).join(", ")].join(" ");
}

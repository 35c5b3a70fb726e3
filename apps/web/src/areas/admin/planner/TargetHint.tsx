import { useTranslation } from "react-i18next";
import hint from "../cohort-year/DragHint.module.css";
import classes from "./TargetHint.module.css";
import type { Carrying } from "./use-carrying.ts";
import { useTargetText, type Judged } from "./use-target-text.ts";

interface TargetHintProps {
  readonly carrying: Carrying | null;
  readonly judged: Judged | null;
}

/** Where what is carried would go and what speaks against it: beside the pointer, and said aloud. */
export function TargetHint({ carrying, judged }: TargetHintProps) {
  const { t } = useTranslation();
  const describe = useTargetText();
  const { where, said } = judged === null ? { where: t("planner.aim.outside"), said: "" } : describe(judged);
  const at = carrying?.at ?? null;
  const isAsking = judged?.verdict === "asking";
  return (
    <>
      {/* While the server is asked there is nothing to hear yet. */}
      <output className="visually-hidden">
        {carrying !== null && at === null && !isAsking ? `${where}. ${said}` : ""}
      </output>
      {carrying !== null && (
        <div
          className={at === null ? hint.fixed : hint.hint}
          data-verdict={judged?.verdict ?? "none"}
          style={
            at === null
              ? undefined
              : { insetInlineStart: Math.min(at.x + 14, window.innerWidth - 290), insetBlockStart: at.y + 18 }
          }
          aria-hidden="true"
        >
          <span className={classes.where}>{where}</span>
          {said}
          {at === null && <span className={hint.keys}>{t("planner.aim.keys")}</span>}
        </div>
      )}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { Aim } from "./cargo.ts";
import { useCheckText } from "./use-check-text.ts";
import type { Moving } from "./use-moving.ts";
import { useObjectionText } from "./use-objection-text.ts";
import classes from "./DragHint.module.css";

/** More would hide the calendar. */
const MOST_REASONS = 2;

/** Where what is being moved would go and what speaks against it: beside the pointer, and said aloud. */
export function DragHint({ moving }: { readonly moving: Moving | null }) {
  const { t } = useTranslation();
  const describe = useAimText();
  const aim = moving?.aim ?? null;
  const text = moving === null ? "" : aim === null ? t("move.outside") : describe(aim);
  const at = moving?.at ?? null;
  return (
    <>
      <output className="visually-hidden">{moving !== null && at === null ? `${text} ${t("move.keys")}` : ""}</output>
      {moving !== null && (
        <div
          className={at === null ? classes.fixed : classes.hint}
          data-verdict={aim?.verdict ?? "none"}
          style={
            at === null
              ? undefined
              : { insetInlineStart: Math.min(at.x + 14, window.innerWidth - 290), insetBlockStart: at.y + 18 }
          }
          aria-hidden="true"
        >
          {text}
          {at === null && <span className={classes.keys}>{t("move.keys")}</span>}
        </div>
      )}
    </>
  );
}

function useAimText(): (aim: Aim) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const objectionText = useObjectionText();
  const checkText = useCheckText();
  return ({ days, slot, swapsWith, verdict, objections, check }) => {
    const when =
      slot === null
        ? format.period(days[0] ?? "", days.at(-1) ?? "", "long")
        : `${format.day(days[0] ?? "", "weekday")}, ${t(`slot.${slot}`)}`;
    if (verdict === "asking") return t("move.asking", { when });
    const said = check === null ? [...new Set(objections.map(objectionText))] : checkText(check);
    if (said.length > 0) return firstOf(said);
    return t(swapsWith === null ? "move.free" : "move.swapFree", { when });
  };

  function firstOf(sentences: readonly string[]): string {
    const shown = sentences.slice(0, MOST_REASONS).join(" · ");
    const more = sentences.length - MOST_REASONS;
    return more > 0 ? `${shown} ${t("move.andMore", { count: more })}` : shown;
  }
}

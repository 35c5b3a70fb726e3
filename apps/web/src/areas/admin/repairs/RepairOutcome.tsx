import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Callout } from "../../../ui/Callout.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { usePlaceText } from "../planner/use-place-text.ts";
import type { Repairing } from "./use-repairing.ts";
import classes from "./RepairOutcome.module.css";

interface RepairOutcomeProps {
  readonly outcome: NonNullable<Repairing["outcome"]>;
  readonly undoAll: () => void;
}

/** What repairing all of them came to: what was done, what could not be, and the way back. */
export function RepairOutcome({ outcome: { done, left, trail }, undoAll }: RepairOutcomeProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Callout ref={box} tone={left.length === 0 ? "good" : "warm"} title={t("repairs.repaired", { count: done.length })}>
      {done.length > 0 && (
        <ul>
          {done.map(({ broken: { halfDay }, details }) => (
            <li key={halfDay.id}>{t("repairs.line", { when: placeText.when(halfDay), what: details.join(" ") })}</li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <>
          <p className={classes.left}>{t("repairs.left", { count: left.length })}</p>
          <ul>
            {left.map(({ broken: { halfDay }, refusal }) => (
              <li key={halfDay.id}>
                {t("repairs.line", { when: placeText.when(halfDay), what: refusal ?? t("repairs.noWay") })}
              </li>
            ))}
          </ul>
        </>
      )}
      {trail.length > 0 && (
        <div>
          <PlainButton variant="default" onClick={undoAll}>
            {t("repairs.undoAll")}
          </PlainButton>
        </div>
      )}
    </Callout>
  );
}

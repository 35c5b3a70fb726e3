import type { Repair } from "@passerelle/contracts/repairs";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import classes from "./RepairChoice.module.css";

interface RepairChoiceProps {
  readonly repair: Repair;
  readonly disabled: boolean;
  readonly choose: () => void;
}

/** One way to repair a half-day, what it costs, and the button that does it. */
export function RepairChoice({ repair: { detail, costs }, disabled, choose }: RepairChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.choice}>
      <div>
        <p id={id} className={classes.what}>
          {detail}
        </p>
        {costs.length === 0 ? (
          <p className={classes.free}>{t("repairs.costless")}</p>
        ) : (
          <ul className={classes.costs} aria-label={t("repairs.costs")}>
            {costs.map((cost) => (
              <li key={cost}>{cost}</li>
            ))}
          </ul>
        )}
      </div>
      <PlainButton variant="default" disabled={disabled} aria-describedby={id} onClick={choose}>
        {t("repairs.doSo")}
      </PlainButton>
    </div>
  );
}

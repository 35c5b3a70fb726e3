import { Button } from "@mantine/core";
import type { Closure } from "@passerelle/contracts/closures";
import { dayNumberOf } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./ClosureRow.module.css";

interface ClosureRowProps {
  readonly closure: Closure;
  readonly onRemove: (closure: Closure) => void;
}

export function ClosureRow({ closure, onRemove }: ClosureRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const barred = useAbilityReason()(closure.can.delete);
  const days = dayNumberOf(closure.to) - dayNumberOf(closure.from) + 1;
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.label}>{closure.label}</p>
        <p className={classes.when}>
          {format.period(closure.from, closure.to)} · {t("closures.days", { count: days })}
        </p>
      </div>
      {barred === null ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("closures.removeOf", { label: closure.label, period: format.period(closure.from, closure.to) })}
          onClick={() => onRemove(closure)}
        >
          {t("closures.remove")}
        </Button>
      ) : (
        <span className={classes.when}>{barred}</span>
      )}
    </li>
  );
}

import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { useTranslation } from "react-i18next";
import type { ComponentType } from "react";
import { PlainButton } from "../../ui/PlainButton.tsx";
import classes from "./UnavailabilityList.module.css";
import { useUnavailabilityWords } from "./use-unavailability-words.ts";

interface UnavailabilityListProps {
  readonly label: string;
  readonly unavailabilities: readonly Unavailability[];
  /** What is said of half-days that fall in it all the same. */
  readonly Affected: ComponentType<{ readonly unavailability: Unavailability }>;
  readonly onEdit: (unavailability: Unavailability) => void;
  readonly onRemove: (unavailability: Unavailability) => void;
}

export function UnavailabilityList({ label, unavailabilities, ...row }: UnavailabilityListProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {unavailabilities.map((unavailability) => (
        <Row key={unavailability.id} unavailability={unavailability} {...row} />
      ))}
    </ul>
  );
}

interface RowProps extends Pick<UnavailabilityListProps, "Affected" | "onEdit" | "onRemove"> {
  readonly unavailability: Unavailability;
}

function Row({ unavailability, Affected, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation("unavailability");
  const { period, pattern } = useUnavailabilityWords()(unavailability);
  const { reason, affectedHalfDays, can } = unavailability;
  const when = `${period}, ${pattern}`;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.period}>{period}</p>
        <p className={classes.quiet}>{reason === null ? pattern : `${pattern} · ${reason}`}</p>
        {affectedHalfDays > 0 && (
          <p className={classes.affected}>
            <Affected unavailability={unavailability} />
          </p>
        )}
      </div>
      <div className={classes.actions}>
        {can.update.allowed && (
          <PlainButton variant="default" aria-label={t("editOf", { when })} onClick={() => onEdit(unavailability)}>
            {t("edit")}
          </PlainButton>
        )}
        {can.delete.allowed && (
          <PlainButton variant="default" aria-label={t("removeOf", { when })} onClick={() => onRemove(unavailability)}>
            {t("remove")}
          </PlainButton>
        )}
      </div>
    </li>
  );
}

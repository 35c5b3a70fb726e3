import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { weekdaysOffered } from "./unavailability-values.ts";
import classes from "./WeekdayChoices.module.css";

interface WeekdayChoicesProps {
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
  readonly error?: ReactNode;
}

/** Some days of the week. */
export function WeekdayChoices({ value, onChange, error }: WeekdayChoicesProps) {
  const { t } = useTranslation("unavailability");
  const format = useFormat();
  const isWrong = error !== undefined && error !== null;
  return (
    <Checkbox.Group
      label={t("weekdays")}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      error={error}
    >
      <div className={classes.days}>
        {weekdaysOffered(value ?? []).map((weekday) => (
          <Checkbox
            key={weekday}
            value={weekday}
            label={format.weekday(Number(weekday))}
            aria-invalid={isWrong ? true : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

import { Button, TextInput } from "@mantine/core";
import type { Closure } from "@passerelle/contracts/closures";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/DayField.tsx";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./ExtraClosures.module.css";

export interface ExtraClosure {
  readonly key: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

interface ExtraClosuresProps {
  /** The provider's own, obeyed in any case. */
  readonly known: readonly Closure[];
  readonly value: readonly ExtraClosure[];
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly onChange: (value: ExtraClosure[]) => void;
}

/** Days to avoid in this proposal alone, besides the provider's closures. */
export function ExtraClosures({ known, value, errors, onChange }: ExtraClosuresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = (index: number, part: Partial<ExtraClosure>) =>
    onChange(value.map((closure, position) => (position === index ? { ...closure, ...part } : closure)));
  return (
    <fieldset className={classes.closures}>
      <legend className={classes.legend}>{t("propose.closures")}</legend>
      {known.length > 0 && (
        <ul className={classes.known} aria-label={t("propose.knownClosures")}>
          {known.map(({ id, from, to, label }) => (
            <li key={id}>
              {label}, {format.period(from, to)}
            </li>
          ))}
        </ul>
      )}
      {value.map((closure, index) => (
        <fieldset
          key={closure.key}
          className={classes.closure}
          aria-label={t("propose.extraClosure", { number: index + 1 })}
        >
          <DayField
            label={t("closures.from")}
            value={closure.from}
            error={errors[`closures.${index}.from`]}
            onChange={({ currentTarget }) => {
              const from = currentTarget.value;
              change(index, { from, to: closure.to === "" || closure.to < from ? from : closure.to });
            }}
          />
          <DayField
            label={t("closures.to")}
            value={closure.to}
            error={errors[`closures.${index}.to`]}
            onChange={({ currentTarget }) => change(index, { to: currentTarget.value })}
          />
          <TextInput
            label={t("propose.closureLabel")}
            value={closure.label}
            error={errors[`closures.${index}.label`]}
            onChange={({ currentTarget }) => change(index, { label: currentTarget.value })}
          />
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(value.filter((_, position) => position !== index))}
          >
            {t("propose.removeClosure")}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            onChange([...value, { key: Math.max(0, ...value.map(({ key }) => key)) + 1, from: "", to: "", label: "" }])
          }
        >
          {t("propose.addClosure")}
        </Button>
      </div>
    </fieldset>
  );
}

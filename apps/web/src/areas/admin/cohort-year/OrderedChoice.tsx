import { Button, Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { preferring } from "./wishes.ts";
import classes from "./OrderedChoice.module.css";

interface OrderedChoiceProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly about?: string }[];
  /** Those chosen, preferred ones first. */
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  /** Said where there is nothing to choose from. */
  readonly none: string;
}

/** Some of a list, in an order of preference: each keeps its place on the page, its rank is said beside it. */
export function OrderedChoice({ label, items, value, onChange, none }: OrderedChoiceProps) {
  const { t } = useTranslation();
  const choose = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...value, id] : value.filter((each) => each !== id));
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{label}</legend>
      {items.length === 0 && <p className={classes.none}>{none}</p>}
      {items.map(({ id, name, about }) => {
        const rank = value.indexOf(id);
        return (
          <div key={id} className={classes.item}>
            <Checkbox
              checked={rank >= 0}
              label={name}
              description={[about, rank >= 0 && value.length > 1 && t("propose.rank", { rank: rank + 1 })]
                .filter((part) => typeof part === "string")
                .join(" · ")}
              onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
            />
            {rank > 0 && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("propose.preferOf", { name })}
                onClick={() => onChange(preferring(value, id))}
              >
                {t("propose.prefer")}
              </Button>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

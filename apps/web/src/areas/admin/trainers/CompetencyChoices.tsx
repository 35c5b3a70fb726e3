import { Checkbox } from "@mantine/core";
import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import { useTranslation } from "react-i18next";
import { byEdition, withBlock } from "../resources/blocks.ts";
import classes from "./CompetencyChoices.module.css";

interface CompetencyChoicesProps {
  readonly blocks: readonly CompetencyBlock[];
  /** The competencies chosen, by id. */
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
}

const none: readonly string[] = [];

/** What somebody teaches: whole blocks at once, or some of a block's competencies, folded until asked for. */
export function CompetencyChoices({ blocks, value = none, onChange }: CompetencyChoicesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.label}>{t("trainers.teaches")}</legend>
      {byEdition(blocks).map(({ code, blocks: its }) => (
        <fieldset key={code} className={classes.edition}>
          <legend className={classes.code}>{code}</legend>
          {its.map((block) => (
            <BlockChoice key={block.id} block={block} value={value} onChange={(ids) => onChange?.(ids)} />
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}

interface BlockChoiceProps {
  readonly block: CompetencyBlock;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

function BlockChoice({ block, value, onChange }: BlockChoiceProps) {
  const { t } = useTranslation();
  const { code, shortTitle, competencies } = block;
  const taken = competencies.filter(({ id }) => value.includes(id)).length;
  const isWhole = taken === competencies.length && taken > 0;
  return (
    <div className={classes.block}>
      <Checkbox
        label={`${code} · ${shortTitle}`}
        description={
          taken > 0 && !isWhole ? t("trainers.part", { count: taken, total: competencies.length }) : t("trainers.whole")
        }
        checked={isWhole}
        indeterminate={taken > 0 && !isWhole}
        onChange={({ currentTarget }) => onChange(withBlock(value, block, currentTarget.checked))}
      />
      <details className={classes.detail}>
        <summary className={classes.summary}>
          {t("trainers.each")}
          <span className="visually-hidden"> {code}</span>
        </summary>
        <div className={classes.competencies}>
          {competencies.map(({ id, title }) => (
            <Checkbox
              key={id}
              size="sm"
              label={title}
              checked={value.includes(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...value, id] : value.filter((each) => each !== id))
              }
            />
          ))}
        </div>
      </details>
    </div>
  );
}

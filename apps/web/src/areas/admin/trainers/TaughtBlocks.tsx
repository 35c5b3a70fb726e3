import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import type { Trainer } from "@passerelle/contracts/trainers";
import { useTranslation } from "react-i18next";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { blockStyle } from "../../../components/blocks.ts";
import { taughtByEdition } from "../resources/blocks.ts";
import classes from "./TaughtBlocks.module.css";

interface TaughtBlocksProps {
  readonly competencies: Trainer["competencies"];
  readonly blocks: readonly CompetencyBlock[];
}

/** What somebody teaches, in short: a tag for each block, by edition. */
export function TaughtBlocks({ competencies, blocks }: TaughtBlocksProps) {
  const { t } = useTranslation();
  const editions = taughtByEdition(competencies, blocks);
  if (editions.length === 0) return <span className={classes.nothing}>{t("trainers.nothing")}</span>;
  return (
    <ul className={classes.editions}>
      {editions.map(({ code, blocks: its }) => (
        <li key={code} className={classes.edition}>
          <span className={classes.code}>{code}</span>
          {its.map(({ block, taught }) => (
            <span key={block.id} className={classes.block}>
              <BlockTag code={block.code} look={blockStyle(block.position)} />
              {taught < block.competencies.length && (
                <span className={classes.part}>
                  {t("trainers.part", { count: taught, total: block.competencies.length })}
                </span>
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

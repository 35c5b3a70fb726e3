import type { Programme } from "@passerelle/contracts/programmes";
import { useTranslation } from "react-i18next";
import { blockStyle } from "../../../components/blocks.ts";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import classes from "./ProgrammeBlocks.module.css";

interface ProgrammeBlocksProps {
  readonly blocks: Programme["blocks"];
  readonly examCounts: boolean;
}

/** The blocks in teaching order, each with its competencies and hours. */
export function ProgrammeBlocks({ blocks, examCounts }: ProgrammeBlocksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasUnverified = blocks.some(({ block }) => block.competencies.some(({ wording }) => wording === "unverified"));
  return (
    <section className={classes.section} aria-labelledby="programme-blocks">
      <h2 id="programme-blocks" className={classes.heading}>
        {t("programme.blocks")}
      </h2>
      {hasUnverified && <p className={classes.quiet}>{t("programme.unverifiedNote")}</p>}
      <ol className={classes.blocks}>
        {blocks.map(({ block, minutes, position, examHalfDays }) => (
          <li key={block.id} className={classes.block} data-block={blockStyle(position)}>
            <div className={classes.top}>
              <BlockTag code={block.code} look={blockStyle(position)} />
              <strong>{format.hours(minutes)}</strong>
            </div>
            <h3 className={classes.title}>{block.title}</h3>
            {examCounts && examHalfDays > 0 && (
              <p className={classes.quiet}>{t("programme.examHalfDays", { count: examHalfDays })}</p>
            )}
            <ul className={classes.competencies}>
              {block.competencies.map(({ id, code, title, wording }) => (
                <li key={id}>
                  <span className={classes.code}>{code}</span> {title}{" "}
                  {wording === "unverified" && <span className={classes.mark}>{t("programme.unverified")}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

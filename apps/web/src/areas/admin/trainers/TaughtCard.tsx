import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import type { Trainer } from "@passerelle/contracts/trainers";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { blockStyle } from "../../../components/blocks.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { Card } from "../../../ui/Card.tsx";
import { taughtByEdition, type TaughtBlock } from "../resources/blocks.ts";
import classes from "./TaughtCard.module.css";
import { TaughtForm } from "./TaughtForm.tsx";

interface TaughtCardProps {
  readonly trainer: Trainer;
  readonly blocks: readonly CompetencyBlock[];
}

/** What a trainer teaches: whole blocks in a line, else which of their competencies. */
export function TaughtCard({ trainer, blocks }: TaughtCardProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const editions = taughtByEdition(trainer.competencies, blocks);
  const held = new Set(trainer.competencies.map(({ id }) => id));
  return (
    <Card
      title={t("trainers.teaches")}
      actions={
        <AbilityButton variant="default" size="sm" ability={trainer.can.update} onClick={() => setEditing(true)}>
          {t("trainer.edit")}
        </AbilityButton>
      }
    >
      {editions.length === 0 && <p className={classes.quiet}>{t("trainer.teachesNothing")}</p>}
      {editions.map(({ code, blocks: its }) => (
        <section key={code} className={classes.edition}>
          <h3 className={classes.code}>{code}</h3>
          <ul className={classes.blocks}>
            {its.map((taught) => (
              <Taught key={taught.block.id} taught={taught} held={held} />
            ))}
          </ul>
        </section>
      ))}
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t("trainer.editTaught")}>
        <TaughtForm trainer={trainer} blocks={blocks} onClose={() => setEditing(false)} />
      </Dialog>
    </Card>
  );
}

interface TaughtProps {
  readonly taught: TaughtBlock;
  readonly held: ReadonlySet<string>;
}

function Taught({ taught: { block, taught }, held }: TaughtProps) {
  const { t } = useTranslation();
  const isWhole = taught === block.competencies.length;
  return (
    <li>
      <p className={classes.block}>
        <BlockTag code={block.code} look={blockStyle(block.position)} />
        <span>{block.shortTitle}</span>
        <span className={classes.quiet}>
          {isWhole ? t("trainers.whole") : t("trainers.part", { count: taught, total: block.competencies.length })}
        </span>
      </p>
      {!isWhole && (
        <ul className={classes.competencies}>
          {block.competencies
            .filter(({ id }) => held.has(id))
            .map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
        </ul>
      )}
    </li>
  );
}

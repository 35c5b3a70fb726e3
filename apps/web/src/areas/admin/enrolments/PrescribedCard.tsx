import type { Enrolment } from "@passerelle/contracts/enrolments";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { blockStyle } from "../../../components/blocks.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { isOver } from "./moves.ts";
import classes from "./PrescribedCard.module.css";
import { PrescribeForm } from "./PrescribeForm.tsx";

/** The course hours prescribed in each block, beside the programme's. */
export function PrescribedCard({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { prescribed } = enrolment;
  const total = (minutesOf: (block: (typeof prescribed)[number]) => number) =>
    format.hours(prescribed.reduce((sum, block) => sum + minutesOf(block), 0));
  return (
    <Card
      title={t("enrolment.prescribed")}
      actions={
        !isOver(enrolment) && (
          <AbilityButton size="sm" variant="default" ability={enrolment.can.prescribe} onClick={() => setEditing(true)}>
            {t("enrolment.prescribeEdit")}
          </AbilityButton>
        )
      }
    >
      <table className={classes.table}>
        <caption className="visually-hidden">{t("enrolment.prescribed")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("enrolment.block")}</th>
            <th scope="col">{t("enrolment.prescribedHours")}</th>
            <th scope="col">{t("enrolment.programmeHours")}</th>
          </tr>
        </thead>
        <tbody>
          {prescribed.map(({ blockCode, shortTitle, prescribedMinutes, dueMinutes }, index) => (
            <tr key={blockCode}>
              <th scope="row">
                <BlockTag code={blockCode} look={blockStyle(index + 1)} />
                <span className={classes.title}>{shortTitle}</span>
              </th>
              <td>{format.hours(prescribedMinutes)}</td>
              <td>{format.hours(dueMinutes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("enrolment.total")}</th>
            <td>{total(({ prescribedMinutes }) => prescribedMinutes)}</td>
            <td>{total(({ dueMinutes }) => dueMinutes)}</td>
          </tr>
        </tfoot>
      </table>
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t("enrolment.prescribeTitle")}>
        <PrescribeForm enrolment={enrolment} onClose={() => setEditing(false)} />
      </Dialog>
    </Card>
  );
}

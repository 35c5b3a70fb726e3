import type { BlockDifference } from "@passerelle/contracts/plan-versions";
import { useTranslation } from "react-i18next";
import { blockStyles } from "../../../components/blocks.ts";
import { BlockTag } from "../../../components/BlockTag.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { RowName, StackTable } from "../../../ui/StackTable.tsx";
import classes from "./Difference.module.css";

/** What becomes of each block's hours: as due, or how far from it. */
export function BlockDifferences({ blocks }: { readonly blocks: readonly BlockDifference[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const looks = blockStyles(blocks);
  const heads = ["block", "due", "before", "after", "outcome"] as const;
  return (
    <StackTable caption={t("difference.hours")} heads={heads.map((head) => t(`difference.head.${head}`))}>
      {blocks.map(({ code, shortTitle, dueMinutes, minutesBefore, minutesAfter, outcome }) => (
        <tr key={code}>
          <RowName below={shortTitle}>
            <BlockTag code={code} look={looks.get(code) ?? ""} />
          </RowName>
          <td data-label={t("difference.head.due")} className={classes.hours}>
            {format.hours(dueMinutes)}
          </td>
          <td data-label={t("difference.head.before")} className={classes.hours}>
            {format.hours(minutesBefore)}
          </td>
          <td data-label={t("difference.head.after")} className={classes.hours}>
            {format.hours(minutesAfter)}
          </td>
          <td data-label={t("difference.head.outcome")} className={classes.outcome} data-outcome={outcome}>
            {t(`difference.outcome.${outcome}`, { hours: format.hours(Math.abs(minutesAfter - dueMinutes)) })}
          </td>
        </tr>
      ))}
    </StackTable>
  );
}

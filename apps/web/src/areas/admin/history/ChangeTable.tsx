import type { Event } from "@passerelle/contracts/events";
import { useTranslation } from "react-i18next";
import type { ChangeFact } from "./change-facts.ts";
import classes from "./ChangeTable.module.css";
import { useFieldName } from "./use-field-name.ts";
import { useValueWords } from "./use-value-words.ts";
import { valueText } from "./value-text.ts";

interface ChangeTableProps {
  readonly entity: Event["entity"];
  readonly facts: readonly ChangeFact[];
}

/** What was and what is, field by field; one column where only one side is told. */
export function ChangeTable({ entity, facts }: ChangeTableProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const words = useValueWords(entity);
  const isBefore = facts.some(({ before }) => before !== undefined);
  const isAfter = facts.some(({ after }) => after !== undefined);
  const textOf = (field: string, value: unknown) => (value === undefined ? "" : valueText(field, value, words));
  return (
    <table className={classes.facts}>
      <caption className="visually-hidden">{t("log.facts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("log.field")}</th>
          {isBefore && <th scope="col">{t("log.before")}</th>}
          {isAfter && <th scope="col">{t(isBefore ? "log.after" : "log.value")}</th>}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{nameOf(field)}</th>
            {isBefore && <td data-label={t("log.before")}>{textOf(field, before)}</td>}
            {isAfter && <td data-label={isBefore ? t("log.after") : undefined}>{textOf(field, after)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

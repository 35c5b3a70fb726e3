import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import type { Trainer } from "@passerelle/contracts/trainers";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { RowName, StackTable } from "../../../ui/StackTable.tsx";
import { TaughtBlocks } from "./TaughtBlocks.tsx";

interface TrainerTableProps {
  readonly trainers: readonly Trainer[];
  readonly blocks: readonly CompetencyBlock[];
  readonly isOld: boolean;
}

export function TrainerTable({ trainers, blocks, isOld }: TrainerTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heads = [t("people.name"), t("trainers.teaches"), t("people.account")];
  return (
    <StackTable caption={t("trainers.title")} heads={heads} isOld={isOld}>
      {trainers.map(({ id, name, email, competencies, hasAccount, retiredOn }) => (
        <tr key={id}>
          <RowName
            below={retiredOn === null ? email : t("trainers.retiredOn", { day: format.day(retiredOn, "plain") })}
          >
            <Link to={paths.trainer(id)}>{name}</Link>
          </RowName>
          <td data-label={t("trainers.teaches")}>
            <TaughtBlocks competencies={competencies} blocks={blocks} />
          </td>
          <td data-label={t("people.account")}>{t(hasAccount ? "people.hasAccount" : "people.noAccount")}</td>
        </tr>
      ))}
    </StackTable>
  );
}

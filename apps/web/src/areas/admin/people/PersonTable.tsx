import type { Person } from "@passerelle/contracts/people";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Quiet, RowName, StackTable } from "../../../ui/StackTable.tsx";

interface PersonTableProps {
  readonly people: readonly Person[];
  readonly isOld: boolean;
}

export function PersonTable({ people, isOld }: PersonTableProps) {
  const { t } = useTranslation();
  const heads = [t("people.name"), t("person.birthDate"), t("people.contact"), t("people.home"), t("people.account")];
  return (
    <StackTable caption={t("people.title")} heads={heads} isOld={isOld}>
      {people.map((person) => (
        <Row key={person.id} person={person} />
      ))}
    </StackTable>
  );
}

function Row({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, givenName, usualName, birthName, birthDate, email, phone, postcode, city, userId } = person;
  const home = [postcode, city].filter((part) => part !== null).join(" ");
  const unknown = <Quiet>{t("person.unknown")}</Quiet>;
  return (
    <tr>
      <RowName below={birthName === null || birthName === usualName ? null : t("people.bornAs", { name: birthName })}>
        <Link to={paths.person(id)}>
          {givenName} {usualName}
        </Link>
      </RowName>
      <td data-label={t("person.birthDate")}>{birthDate === null ? unknown : format.day(birthDate, "plain")}</td>
      <td data-label={t("people.contact")}>
        {email ?? phone ?? unknown}
        <Quiet>{email === null ? null : phone}</Quiet>
      </td>
      <td data-label={t("people.home")}>{home === "" ? unknown : home}</td>
      <td data-label={t("people.account")}>{t(userId === null ? "people.noAccount" : "people.hasAccount")}</td>
    </tr>
  );
}

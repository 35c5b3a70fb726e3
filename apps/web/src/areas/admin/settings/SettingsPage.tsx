import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { groupDigits } from "../../../format/numbers.ts";
import { Card } from "../../../ui/Card.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { providerQuery } from "../queries.ts";
import { LogoCard } from "./LogoCard.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import classes from "./SettingsPage.module.css";

export async function load(client: QueryClient): Promise<void> {
  await client.ensureQueryData(providerQuery);
}

export function SettingsPage() {
  const { t } = useTranslation();
  const { data: provider } = useSuspenseQuery(providerQuery);
  const [editing, setEditing] = useState(false);
  const unknown = t("settings.notFilled");
  if (editing) {
    return (
      <>
        <PageTitle title={t("settings.editTitle")} />
        <Card>
          <SettingsForm provider={provider} onClose={() => setEditing(false)} />
        </Card>
      </>
    );
  }
  return (
    <>
      <PageTitle
        title={t("settings.title")}
        actions={
          <AbilityButton variant="default" ability={provider.can.update} onClick={() => setEditing(true)}>
            {t("settings.edit")}
          </AbilityButton>
        }
      />
      <Card title={provider.name}>
        <FactList
          facts={[
            [t("settings.siret"), provider.siret === null ? unknown : groupDigits(provider.siret, [3, 3, 3, 5])],
            [
              t("settings.activityNumber"),
              provider.activityNumber === null ? unknown : groupDigits(provider.activityNumber, [2, 2, 5, 2]),
            ],
            [t("settings.address"), provider.addressLines.length === 0 ? unknown : provider.addressLines.join("\n")],
          ]}
        />
      </Card>
      <LogoCard provider={provider} />
      <div className={classes.contacts}>
        {provider.contacts.map((contact) => (
          <Card key={`${contact.role} ${contact.name}`} title={t(`settings.contactRole.${contact.role}`)}>
            <FactList
              facts={[
                [t("settings.contactName"), contact.name],
                [t("settings.email"), contact.email ?? unknown],
                [t("settings.phone"), contact.phone ?? unknown],
                [t("settings.hours"), contact.hours ?? unknown],
              ]}
            />
          </Card>
        ))}
      </div>
    </>
  );
}

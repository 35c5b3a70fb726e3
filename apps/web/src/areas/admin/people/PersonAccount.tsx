import type { Person } from "@passerelle/contracts/people";
import { userRead } from "@passerelle/contracts/users";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { Card } from "../../../ui/Card.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { InviteForm } from "../users/InviteForm.tsx";
import { useStateText } from "../users/state-text.ts";
import { UserActions } from "../users/UserActions.tsx";

/** The person's way in: an account, an invitation on its way, or the button that sends one. */
export function PersonAccount({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  return (
    <Card title={t("person.account")}>
      {person.userId === null ? (
        <>
          <p>{t("person.noAccount")}</p>
          <div>
            <AbilityButton ability={person.can.invite} onClick={() => setInviting(true)}>
              {t("person.invite")}
            </AbilityButton>
          </div>
        </>
      ) : (
        <Account userId={person.userId} />
      )}
      <Dialog opened={inviting} onClose={() => setInviting(false)} title={t("person.inviteTitle")}>
        <InviteForm person={person} onClose={() => setInviting(false)} />
      </Dialog>
    </Card>
  );
}

function Account({ userId }: { readonly userId: string }) {
  const { t } = useTranslation();
  const stateText = useStateText();
  const { data: user } = useSuspenseQuery(q(userRead, { params: { userId } }));
  const { name, detail } = stateText(user);
  return (
    <>
      <FactList
        facts={[
          [t("users.email"), user.email],
          [t("users.roles"), user.roles.map((role) => t(`role.${role}`)).join(", ")],
          [t("users.state"), detail === null ? name : `${name} · ${detail}`],
        ]}
      />
      <UserActions user={user} />
    </>
  );
}

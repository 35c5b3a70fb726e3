import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePerson } from "../../components/me.ts";
import { Message } from "../../components/Message.tsx";
import { PublicFrame } from "../../components/PublicFrame.tsx";
import { useSignOut } from "../../components/use-sign-out.ts";

/** Where a person arrives whose roles open no area yet. */
export function HomePage() {
  const { t } = useTranslation();
  const person = usePerson();
  const { signOut, pending } = useSignOut();
  const roles = person.roles.map((role) => t(`role.${role}`)).join(", ");
  return (
    <PublicFrame>
      <Message
        title={t("home.title", { name: person.givenName })}
        text={person.roles.length === 0 ? t("home.noRole") : t("home.noArea", { roles })}
      >
        <Button variant="default" loading={pending} onClick={() => signOut("here")}>
          {t("shell.signOut")}
        </Button>
      </Message>
    </PublicFrame>
  );
}

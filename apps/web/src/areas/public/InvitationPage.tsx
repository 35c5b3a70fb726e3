import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { invitationAccept } from "@passerelle/contracts/users";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { ButtonLink } from "../../components/ButtonLink.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { Message } from "../../components/Message.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { PublicFrame } from "../../components/PublicFrame.tsx";
import { useApiForm } from "../../components/use-api-form.ts";
import { paths } from "../../paths.ts";
import { FormColumn } from "../../ui/FormColumn.tsx";

const SHORTEST = 12;

/** An invited person chooses a password and is let in. */
export function InvitationPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  // After the hash, so that no server on the way writes it down.
  const [token] = useState(() => window.location.hash.slice(1));
  const { send, pending } = useSend(invitationAccept);
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value.length < SHORTEST ? t("reset.tooShort", { count: SHORTEST }) : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ password }) => {
    const me = await send({ body: { token, password } });
    client.clear();
    client.setQueryData(["meRead", {}], me);
    await router.invalidate();
    router.history.push(paths.home());
  });
  if (token === "" || problem?.code === "token_invalid") {
    return (
      <PublicFrame>
        <Message title={t("reset.invalidTitle")} text={t("invitation.invalidText")}>
          <ButtonLink to={paths.signIn()}>{t("signIn.submit")}</ButtonLink>
        </Message>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      <PageTitle title={t("invitation.title")} />
      <p>{t("invitation.text")}</p>
      <FormColumn onSubmit={submit}>
        <FormProblem problem={problem} />
        <PasswordInput
          label={t("invitation.password")}
          description={t("reset.hint", { count: SHORTEST })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={pending} size="md">
          {t("invitation.submit")}
        </Button>
      </FormColumn>
    </PublicFrame>
  );
}

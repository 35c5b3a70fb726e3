import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { passwordResetConfirm } from "@passerelle/contracts/account";
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

export function ResetPasswordPage() {
  const { t } = useTranslation();
  // After the hash, so that no server on the way writes it down.
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  const { send, pending } = useSend(passwordResetConfirm);
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value.length < SHORTEST ? t("reset.tooShort", { count: SHORTEST }) : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ password }) => {
    await send({ body: { token, password } });
    setDone(true);
  });
  if (token === "" || problem?.code === "token_invalid") {
    return (
      <PublicFrame>
        <Message title={t("reset.invalidTitle")} text={t("reset.invalidText")}>
          <ButtonLink to={paths.forgottenPassword()}>{t("reset.askAgain")}</ButtonLink>
        </Message>
      </PublicFrame>
    );
  }
  if (done) {
    return (
      <PublicFrame>
        <Message title={t("reset.doneTitle")} text={t("reset.doneText")}>
          <ButtonLink to={paths.signIn()}>{t("signIn.submit")}</ButtonLink>
        </Message>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      <PageTitle title={t("reset.title")} />
      <FormColumn onSubmit={submit}>
        <FormProblem problem={problem} />
        <PasswordInput
          label={t("reset.password")}
          description={t("reset.hint", { count: SHORTEST })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={pending} size="md">
          {t("reset.submit")}
        </Button>
      </FormColumn>
    </PublicFrame>
  );
}

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { passwordResetRequest } from "@passerelle/contracts/account";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { FormProblem } from "../../components/FormProblem.tsx";
import { Message } from "../../components/Message.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { PublicFrame } from "../../components/PublicFrame.tsx";
import { useApiForm } from "../../components/use-api-form.ts";
import { paths } from "../../paths.ts";
import { FormColumn } from "../../ui/FormColumn.tsx";

export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { send, pending } = useSend(passwordResetRequest);
  const form = useForm({
    initialValues: { email: "" },
    validate: { email: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ email }) => {
    await send({ body: { email: email.trim() } });
    setSentTo(email.trim());
  });
  const back = <Link to={paths.signIn()}>{t("signIn.back")}</Link>;
  if (sentTo !== null) {
    return (
      <PublicFrame>
        <Message title={t("forgotten.sentTitle")} text={t("forgotten.sentText", { email: sentTo })}>
          {back}
        </Message>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      <PageTitle title={t("forgotten.title")} />
      <FormColumn onSubmit={submit}>
        <p>{t("forgotten.text")}</p>
        <FormProblem problem={problem} />
        <TextInput label={t("signIn.email")} type="email" autoComplete="username" {...form.getInputProps("email")} />
        <Button type="submit" loading={pending} size="md">
          {t("forgotten.submit")}
        </Button>
        <p>{back}</p>
      </FormColumn>
    </PublicFrame>
  );
}

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { signInCreate } from "@passerelle/contracts/account";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { FormProblem } from "../../components/FormProblem.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { PublicFrame } from "../../components/PublicFrame.tsx";
import { useApiForm } from "../../components/use-api-form.ts";
import { paths, safeReturn } from "../../paths.ts";
import { FormColumn } from "../../ui/FormColumn.tsx";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { t } = useTranslation();
  const { returnTo } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const { send, pending } = useSend(signInCreate);
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? t("form.required") : null),
      password: (value) => (value === "" ? t("form.required") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async (body) => {
    const me = await send({ body });
    client.clear();
    client.setQueryData(["meRead", {}], me);
    await router.invalidate();
    router.history.push(safeReturn(returnTo));
  });
  return (
    <PublicFrame>
      <PageTitle title={t("signIn.title")} />
      <FormColumn onSubmit={submit}>
        <FormProblem problem={problem} />
        <TextInput
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          inputMode="email"
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("signIn.password")}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={pending} size="md">
          {t("signIn.submit")}
        </Button>
        <p>
          <Link to={paths.forgottenPassword()}>{t("signIn.forgotten")}</Link>
        </p>
      </FormColumn>
    </PublicFrame>
  );
}

import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { role } from "@passerelle/contracts/roles";
import { userChangeRoles, type User } from "@passerelle/contracts/users";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { RoleChoices } from "./RoleChoices.tsx";
import { userReads } from "./user-reads.ts";

interface RolesFormProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** Gives and takes roles; whoever holds them signs in again. */
export function RolesForm({ user, onClose }: RolesFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(userChangeRoles, userReads);
  const form = useForm({
    initialValues: { roles: user.roles.map(String) },
    validate: { roles: (held) => (held.length === 0 ? t("users.roleRequired") : null) },
  });
  const { submit, problem } = useApiForm(form, async ({ roles }) => {
    const params = { userId: user.id };
    await send({ params, body: { roles: roles.map((each) => role.parse(each)) } }, user.version);
    tellDone(t("user.rolesDone"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("user.roles")}>
      <p>{t("user.rolesConsequence")}</p>
      <FormProblem problem={problem} />
      <RoleChoices {...form.getInputProps("roles")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("user.rolesSubmit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

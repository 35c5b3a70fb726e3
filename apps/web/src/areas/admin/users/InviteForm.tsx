import { Button, Radio, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { email as emailShape } from "@passerelle/contracts/common";
import type { Person } from "@passerelle/contracts/people";
import { role } from "@passerelle/contracts/roles";
import { userInvite } from "@passerelle/contracts/users";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FieldRow } from "../../../ui/FieldRow.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { PersonPicker } from "../enrolments/PersonPicker.tsx";
import { RoleChoices } from "./RoleChoices.tsx";
import { emptyInvitation, invitationOf } from "./invitation-values.ts";
import { userReads } from "./user-reads.ts";

interface InviteFormProps {
  /** Whose account it will be, where the page is already about them. */
  readonly person?: Person;
  readonly onClose: () => void;
}

/** Invites somebody: who, at which address, with which roles. */
export function InviteForm({ person, onClose }: InviteFormProps) {
  const { t } = useTranslation();
  const { send, pending } = useSend(userInvite, userReads);
  const required = (value: string) => (value.trim() === "" ? t("form.required") : null);
  const form = useForm({
    initialValues: emptyInvitation(person),
    validate: {
      person: {
        personId: (value, { person: whose }) =>
          whose.kind === "known" && value === "" ? t("enrol.personRequired") : null,
        givenName: (value, { person: whose }) => (whose.kind === "new" ? required(value) : null),
        usualName: (value, { person: whose }) => (whose.kind === "new" ? required(value) : null),
      },
      email: (value) => (emailShape.safeParse(value.trim()).success ? null : t("form.email")),
      roles: (held) => (held.length === 0 ? t("users.roleRequired") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    const { email } = await send({ body: { ...invitationOf(values), roles: values.roles.map((r) => role.parse(r)) } });
    tellDone(t("users.invited", { email }));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t("users.invite")}>
      <p>{t("users.inviteIntro")}</p>
      <FormProblem problem={problem} />
      {person === undefined && (
        <Radio.Group label={t("users.who")} {...form.getInputProps("person.kind")}>
          <Radio value="new" mt="xs" label={t("users.whoNew")} />
          <Radio value="known" mt="xs" label={t("users.whoKnown")} />
        </Radio.Group>
      )}
      {person === undefined && form.values.person.kind === "known" && (
        <PersonPicker label={t("users.knownPerson")} {...form.getInputProps("person.personId")} />
      )}
      {form.values.person.kind === "new" && (
        <FieldRow>
          <TextInput label={t("person.givenName")} maxLength={100} {...form.getInputProps("person.givenName")} />
          <TextInput label={t("person.usualName")} maxLength={100} {...form.getInputProps("person.usualName")} />
        </FieldRow>
      )}
      <TextInput label={t("users.email")} type="email" inputMode="email" {...form.getInputProps("email")} />
      <RoleChoices {...form.getInputProps("roles")} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("users.inviteSubmit")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}

import type { User } from "@passerelle/contracts/users";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { paths } from "../../../paths.ts";
import { Quiet, RowName, StackTable } from "../../../ui/StackTable.tsx";
import { useStateText } from "./state-text.ts";
import { UserActions } from "./UserActions.tsx";
import classes from "./UserTable.module.css";

interface UserTableProps {
  readonly users: readonly User[];
  readonly isOld: boolean;
}

export function UserTable({ users, isOld }: UserTableProps) {
  const { t } = useTranslation();
  const isManaged = users.some(({ can }) => can.changeRoles.allowed);
  const heads = [t("users.name"), t("users.roles"), t("users.state"), ...(isManaged ? [t("users.actions")] : [])];
  return (
    <StackTable caption={t("users.title")} heads={heads} isOld={isOld}>
      {users.map((user) => (
        <Row key={user.id} user={user} isManaged={isManaged} />
      ))}
    </StackTable>
  );
}

function Row({ user, isManaged }: { readonly user: User; readonly isManaged: boolean }) {
  const { t } = useTranslation();
  const { person, email, roles, state } = user;
  const { name, detail } = useStateText()(user);
  return (
    <tr>
      <RowName below={email}>
        <Link to={paths.person(person.id)}>
          {person.givenName} {person.usualName}
        </Link>
      </RowName>
      <td data-label={t("users.roles")}>{roles.map((role) => t(`role.${role}`)).join(", ")}</td>
      <td data-label={t("users.state")}>
        <span className={classes.state} data-state={state}>
          {name}
        </span>
        <Quiet>{detail}</Quiet>
      </td>
      {isManaged && (
        <td data-label={t("users.actions")}>
          <UserActions user={user} />
        </td>
      )}
    </tr>
  );
}

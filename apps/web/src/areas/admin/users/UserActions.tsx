import { userDeactivate, userInviteAgain, userReactivate, type User } from "@passerelle/contracts/users";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { ConfirmForm } from "../../../components/ConfirmForm.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { RolesForm } from "./RolesForm.tsx";
import { userReads } from "./user-reads.ts";
import classes from "./UserActions.module.css";

type Action = "roles" | "invite" | "deactivate" | "reactivate";

/** What may be done to an account; what its state rules out is not shown, what else is barred says why. */
export function UserActions({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Action | null>(null);
  const { can } = user;
  const close = () => setOpen(null);
  const name = `${user.person.givenName} ${user.person.usualName}`;
  if (!can.changeRoles.allowed) return null;
  const shown = (["roles", "invite", "deactivate", "reactivate"] as const).filter((action) => {
    const ability = action === "roles" ? can.changeRoles : can[action];
    return ability.allowed || ability.code !== "illegal_move";
  });
  return (
    <div className={classes.actions}>
      {shown.map((action) => (
        <AbilityButton
          key={action}
          ability={action === "roles" ? can.changeRoles : can[action]}
          size="compact-sm"
          variant="default"
          onClick={() => setOpen(action)}
        >
          {t(`user.${action}`)}
          <span className="visually-hidden"> · {name}</span>
        </AbilityButton>
      ))}
      <Dialog opened={open !== null} onClose={close} title={open === null ? "" : `${t(`user.${open}`)} · ${name}`}>
        {open === "roles" && <RolesForm user={user} onClose={close} />}
        {open !== null && open !== "roles" && <Confirm user={user} action={open} onClose={close} />}
      </Dialog>
    </div>
  );
}

interface ConfirmProps {
  readonly user: User;
  readonly action: Exclude<Action, "roles">;
  readonly onClose: () => void;
}

function Confirm({ user, action, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const { send: deactivate } = useSend(userDeactivate, userReads);
  const { send: reactivate } = useSend(userReactivate, userReads);
  const { send: invite } = useSend(userInviteAgain, userReads);
  const send = { deactivate, reactivate, invite }[action];
  return (
    <ConfirmForm
      consequence={t(`user.consequences.${action}`, { email: user.email })}
      submitLabel={t(`user.${action}`)}
      color={action === "deactivate" ? "brick" : "pine"}
      confirm={async () => {
        await send({ params: { userId: user.id } }, user.version);
        tellDone(t(`user.done.${action}`));
      }}
      onClose={onClose}
    />
  );
}

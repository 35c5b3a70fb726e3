import { personCreate, personList, type PersonSummary } from "@passerelle/contracts/people";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import classes from "./NewPersonDialog.module.css";
import { newPerson, nobody } from "./person-values.ts";
import { PersonForm } from "./PersonForm.tsx";

interface NewPersonDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

interface Added {
  readonly id: string;
  readonly name: string;
  readonly sameName: readonly PersonSummary[];
}

/** Adds a person; when others bear the same name, they are shown before going on (A2). */
export function NewPersonDialog({ opened, onClose }: NewPersonDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send } = useSend(personCreate, [personList]);
  const [added, setAdded] = useState<Added | null>(null);
  const close = () => {
    setAdded(null);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t("people.addTitle")}>
      {added === null ? (
        <PersonForm
          initial={nobody}
          submitLabel={t("people.add")}
          save={async (values) => {
            const { id, givenName, usualName, sameName } = await send({ body: newPerson(values) });
            tellDone(t("people.added"));
            if (sameName.length > 0) setAdded({ id, name: `${givenName} ${usualName}`, sameName });
            else await navigate({ to: paths.person(id) });
          }}
          onClose={close}
        />
      ) : (
        <SameName added={added} />
      )}
    </Dialog>
  );
}

function SameName({ added }: { readonly added: Added }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.sameName}>
      <Callout tone="warm" role="alert" title={t("people.sameName", { name: added.name })}>
        <p>{t("people.sameNameText")}</p>
        <ul>
          {added.sameName.map(({ id, givenName, usualName, birthDate }) => (
            <li key={id}>
              <Link to={paths.person(id)}>
                {givenName} {usualName}
              </Link>
              {birthDate !== null && ` · ${t("people.bornOn", { day: format.day(birthDate, "plain") })}`}
            </li>
          ))}
        </ul>
      </Callout>
      <DialogActions>
        <ButtonLink to={paths.person(added.id)}>{t("people.openAdded")}</ButtonLink>
      </DialogActions>
    </div>
  );
}

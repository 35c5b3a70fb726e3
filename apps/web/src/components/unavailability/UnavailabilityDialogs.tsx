import {
  unavailabilityCreate,
  unavailabilityDelete,
  unavailabilityUpdate,
  type Unavailability,
} from "@passerelle/contracts/unavailabilities";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/send.ts";
import { ConfirmForm } from "../ConfirmForm.tsx";
import { Dialog } from "../Dialog.tsx";
import { tellDone } from "../notices.tsx";
import { unavailabilityReads, type Owner } from "./queries.ts";
import { emptyUnavailability, fieldsOf, valuesOf, type UnavailabilityValues } from "./unavailability-values.ts";
import { UnavailabilityForm } from "./UnavailabilityForm.tsx";
import { useUnavailabilityWords } from "./use-unavailability-words.ts";

/** What is asked about an unavailability: a new one, a change, or whether to take it back. */
export type Asked =
  | { readonly kind: "add" }
  | { readonly kind: "edit" | "remove"; readonly unavailability: Unavailability };

interface UnavailabilityDialogsProps {
  readonly owner: Owner;
  readonly asked: Asked | null;
  /** What is said once it is stored. */
  readonly saved: (unavailability: Unavailability) => string;
  readonly onClose: () => void;
}

export function UnavailabilityDialogs({ owner, asked, saved, onClose }: UnavailabilityDialogsProps) {
  const { t } = useTranslation("unavailability");
  const { send: create } = useSend(unavailabilityCreate, unavailabilityReads);
  const { send: change } = useSend(unavailabilityUpdate, unavailabilityReads);
  const { send: remove } = useSend(unavailabilityDelete, unavailabilityReads);
  const words = useUnavailabilityWords();
  const done = (message: string) => {
    tellDone(message);
    onClose();
  };
  if (asked === null) return null;
  if (asked.kind === "remove") {
    const { id, version, ...when } = asked.unavailability;
    return (
      <Dialog opened onClose={onClose} title={t("removeTitle")}>
        <ConfirmForm
          consequence={t("removeConsequence", words(when))}
          submitLabel={t("removeSubmit")}
          confirm={async () => {
            await remove({ params: { unavailabilityId: id } }, version);
            tellDone(t("removed"));
          }}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  const save = async (values: UnavailabilityValues) => {
    const body = fieldsOf(values);
    if (asked.kind === "add") return done(saved(await create({ body: { ...owner, ...body } })));
    const { id, version } = asked.unavailability;
    return done(saved(await change({ params: { unavailabilityId: id }, body }, version)));
  };
  return (
    <Dialog opened onClose={onClose} title={t(asked.kind === "add" ? "add" : "editTitle")}>
      <UnavailabilityForm
        initial={asked.kind === "add" ? emptyUnavailability : valuesOf(asked.unavailability)}
        submitLabel={t(asked.kind === "add" ? "addSubmit" : "editSubmit")}
        save={save}
        onClose={onClose}
      />
    </Dialog>
  );
}

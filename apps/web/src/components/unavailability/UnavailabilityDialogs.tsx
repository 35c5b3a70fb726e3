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
  | { readonly kind: "edit"; readonly unavailability: Unavailability }
  | { readonly kind: "remove"; readonly unavailability: Unavailability };

interface UnavailabilityDialogsProps {
  readonly owner: Owner;
  readonly asked: Asked | null;
  /** What is said once it is stored. */
  readonly saved: (unavailability: Unavailability) => string;
  readonly onClose: () => void;
}

export function UnavailabilityDialogs({ asked, ...rest }: UnavailabilityDialogsProps) {
  const { t } = useTranslation("unavailability");
  // Stays mounted, so that the focus goes back to the button that opened it.
  return (
    <Dialog opened={asked !== null} onClose={rest.onClose} title={asked === null ? "" : t(titles[asked.kind])}>
      {asked?.kind === "remove" && <Removal unavailability={asked.unavailability} onClose={rest.onClose} />}
      {asked !== null && asked.kind !== "remove" && <Declaration asked={asked} {...rest} />}
    </Dialog>
  );
}

const titles = { add: "add", edit: "editTitle", remove: "removeTitle" } as const;

interface DeclarationProps extends Omit<UnavailabilityDialogsProps, "asked"> {
  readonly asked: Exclude<Asked, { readonly kind: "remove" }>;
}

function Declaration({ owner, asked, saved, onClose }: DeclarationProps) {
  const { t } = useTranslation("unavailability");
  const { send: create } = useSend(unavailabilityCreate, unavailabilityReads);
  const { send: change } = useSend(unavailabilityUpdate, unavailabilityReads);
  const store = (values: UnavailabilityValues) => {
    const body = fieldsOf(values);
    if (asked.kind === "add") return create({ body: { ...owner, ...body } });
    const { id, version } = asked.unavailability;
    return change({ params: { unavailabilityId: id }, body }, version);
  };
  return (
    <UnavailabilityForm
      initial={asked.kind === "add" ? emptyUnavailability : valuesOf(asked.unavailability)}
      submitLabel={t(asked.kind === "add" ? "addSubmit" : "editSubmit")}
      save={async (values) => {
        tellDone(saved(await store(values)));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

interface RemovalProps extends Pick<UnavailabilityDialogsProps, "onClose"> {
  readonly unavailability: Unavailability;
}

function Removal({ unavailability, onClose }: RemovalProps) {
  const { t } = useTranslation("unavailability");
  const { send } = useSend(unavailabilityDelete, unavailabilityReads);
  const words = useUnavailabilityWords();
  return (
    <ConfirmForm
      consequence={t("removeConsequence", words(unavailability))}
      submitLabel={t("removeSubmit")}
      confirm={async () => {
        await send({ params: { unavailabilityId: unavailability.id } }, unavailability.version);
        tellDone(t("removed"));
      }}
      onClose={onClose}
    />
  );
}

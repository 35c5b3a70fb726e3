import { Button } from "@mantine/core";
import { trainerUpdate, type Trainer } from "@passerelle/contracts/trainers";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone, tellRefusal } from "../../../components/notices.tsx";
import { RetireForm } from "../resources/RetireForm.tsx";
import { trainerReads } from "./trainer-queries.ts";

/** Says from when a trainer no longer teaches here, or that they do after all. */
export function TrainerRetirement({ trainer }: { readonly trainer: Trainer }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { send, pending } = useSend(trainerUpdate, trainerReads);
  const retire = async (retiredOn: string | null) => {
    await send({ params: { trainerId: trainer.id }, body: { retiredOn } }, trainer.version);
    tellDone(t(retiredOn === null ? "trainer.backDone" : "trainer.retireDone"));
  };
  if (trainer.retiredOn !== null && trainer.can.update.allowed) {
    return (
      <Button variant="default" loading={pending} onClick={() => void retire(null).catch(tellRefusal)}>
        {t("trainer.back")}
      </Button>
    );
  }
  return (
    <>
      <AbilityButton variant="default" ability={trainer.can.update} onClick={() => setAsking(true)}>
        {t("trainer.retire")}
      </AbilityButton>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("trainer.retireTitle", { name: trainer.name })}>
        <RetireForm
          help={t("trainer.retireHelp")}
          label={t("trainer.retiredFrom")}
          submitLabel={t("trainer.retireSubmit")}
          retiredOn={trainer.retiredOn}
          save={retire}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </>
  );
}

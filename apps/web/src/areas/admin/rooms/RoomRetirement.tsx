import { Button } from "@mantine/core";
import { roomUpdate, type Room } from "@passerelle/contracts/rooms";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone, tellRefusal } from "../../../components/notices.tsx";
import { RetireForm } from "../resources/RetireForm.tsx";
import { roomReads } from "./room-queries.ts";

/** Says from when a room is no longer to be had, or that it is after all. */
export function RoomRetirement({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { send, pending } = useSend(roomUpdate, roomReads);
  const retire = async (retiredOn: string | null) => {
    await send({ params: { roomId: room.id }, body: { retiredOn } }, room.version);
    tellDone(t(retiredOn === null ? "rooms.backDone" : "rooms.retireDone"));
  };
  if (room.retiredOn !== null && room.can.update.allowed) {
    return (
      <Button variant="default" loading={pending} onClick={() => void retire(null).catch(tellRefusal)}>
        {t("rooms.back")}
      </Button>
    );
  }
  return (
    <>
      <AbilityButton variant="default" ability={room.can.update} onClick={() => setAsking(true)}>
        {t("rooms.retire")}
      </AbilityButton>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("rooms.retireTitle", { name: room.name })}>
        <RetireForm
          help={t("rooms.retireHelp")}
          label={t("rooms.retiredFrom")}
          submitLabel={t("rooms.retireSubmit")}
          retiredOn={room.retiredOn}
          save={retire}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </>
  );
}

import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";

/** What else a half-day needs, in words: where it is held, and who teaches it. */
export function useBeside() {
  const { t } = useTranslation();
  return {
    room: ({ room, remote }: HalfDay) => {
      if (remote) return t("resources.remote");
      return room === null ? t("resources.noRoom") : `${room.name}, ${room.siteName}`;
    },
    trainer: ({ trainer }: HalfDay) => trainer?.name ?? t("resources.noTrainer"),
  };
}

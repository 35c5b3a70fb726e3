import type { HalfDay } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";

/** Where a half-day is held, in words. */
export function usePlace(): (halfDay: Pick<HalfDay, "room" | "remote">) => string {
  const { t } = useTranslation("trainer");
  return ({ room, remote }) => {
    if (remote) return t("halfDays.remote");
    return room === null ? t("halfDays.noRoom") : `${room.name}, ${room.siteName}`;
  };
}

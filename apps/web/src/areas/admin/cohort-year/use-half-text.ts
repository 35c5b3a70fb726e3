import type { Slot } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import type { Half } from "./calendar.ts";

/** Half a day in a line: what is taught, with whom and where. */
export function useHalfText(): (slot: Slot, half: Half | null) => string | undefined {
  const { t } = useTranslation();
  return (slot, half) => {
    if (half === null) return undefined;
    const { blockCode, staff } = half;
    const where = staff?.remote === true ? t("year.remote") : staff?.room;
    return [t(`slot.${slot}`), blockCode ?? t("year.exam"), staff?.trainer, where]
      .filter((part) => typeof part === "string")
      .join(" · ");
  };
}

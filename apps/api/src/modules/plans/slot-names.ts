import type { Slot } from "@passerelle/contracts/plans";
import type { Text } from "../../core/text.ts";

export const slotNames: Record<Slot, Text> = {
  am: { fr: "matin", en: "morning" },
  pm: { fr: "après-midi", en: "afternoon" },
};

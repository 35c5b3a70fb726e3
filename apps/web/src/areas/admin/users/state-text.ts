import type { User } from "@passerelle/contracts/users";
import { civilDayOf } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";

/** The state of an account in a word, and of its invitation in a few more. */
export function useStateText(): (user: User) => { name: string; detail: string | null } {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ state, invitedUntil }) => {
    const name = t(`userState.${state}`);
    if (state !== "invited") return { name, detail: null };
    if (invitedUntil === null) return { name, detail: t("users.noOpenLink") };
    const day = civilDayOf(Temporal.Instant.fromEpochMilliseconds(invitedUntil.getTime()));
    return { name, detail: t("users.invitedUntil", { day: format.day(day, "plain") }) };
  };
}

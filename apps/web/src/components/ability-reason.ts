import { errors } from "@passerelle/contracts/errors";
import type { Ability } from "@passerelle/contracts/common";
import { useTranslation } from "react-i18next";

/** Why something may not be done, in words; null when it may. */
export function useAbilityReason(): (ability: Ability) => string | null {
  const { t, i18n } = useTranslation();
  return (ability) => {
    if (ability.allowed) return null;
    if (ability.code === "not_allowed") return t("ability.notAllowed");
    if (ability.code === "illegal_move") return t("ability.illegalMove");
    const known = Object.entries(errors).find(([code]) => code === ability.code)?.[1];
    return known?.[i18n.language === "en" ? "en" : "fr"] ?? t("ability.notAllowed");
  };
}

import type { PlanVersion } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { FactList } from "../../../ui/FactList.tsx";

/** What was said with a version: to those it concerned, and why its hours did not add up. */
export function VersionWords({ version: { note, gapReason } }: { readonly version: PlanVersion }) {
  const { t } = useTranslation();
  const facts = [
    ...(note === null ? [] : [[t("versions.note"), note] as const]),
    ...(gapReason === null ? [] : [[t("versions.gapReason"), gapReason] as const]),
  ];
  return facts.length === 0 ? null : <FactList facts={facts} />;
}

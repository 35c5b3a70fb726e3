import { useTranslation } from "react-i18next";
import { PersonalShell } from "../../components/PersonalShell.tsx";
import { paths } from "../../paths.ts";
import { CalendarIcon } from "../../ui/line-icons.tsx";
import { AwayIcon } from "./icons.tsx";

const tabs = [
  { key: "halfDays", to: paths.myHalfDays(), Icon: CalendarIcon },
  { key: "unavailability", to: paths.myUnavailability(), Icon: AwayIcon },
] as const;

/** What stands around every page of a trainer. */
export function TrainerShell() {
  const { t } = useTranslation("trainer");
  return (
    <PersonalShell
      area="trainer"
      label={t("nav.label")}
      tabs={tabs.map(({ key, ...tab }) => ({ ...tab, label: t(`nav.${key}`) }))}
    />
  );
}

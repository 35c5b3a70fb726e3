import { useTranslation } from "react-i18next";
import type { Setting } from "./timetable.ts";

/** Where a course is held, and with whom: nothing while neither is known. */
export function SettingWords({ setting: { room, isRemote, trainerName } }: { readonly setting: Setting }) {
  const { t } = useTranslation("trainee");
  const place = isRemote ? t("timetable.remote") : room && `${room.name}, ${room.siteName}`;
  const trainer = trainerName && t("timetable.with", { name: trainerName });
  return <>{[place, trainer].filter(Boolean).join(" · ")}</>;
}

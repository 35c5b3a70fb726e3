import { useTranslation } from "react-i18next";
import type { Setting } from "./timetable.ts";

/** Where a course is held, and with whom, once it is known. */
export function SettingWords({ setting: { room, isRemote, trainerName } }: { readonly setting: Setting }) {
  const { t } = useTranslation("trainee");
  const place = isRemote ? t("timetable.remote") : room ? `${room.name}, ${room.siteName}` : t("timetable.noRoom");
  const trainer = trainerName && t("timetable.with", { name: trainerName });
  return <>{[place, trainer].filter(Boolean).join(" · ")}</>;
}

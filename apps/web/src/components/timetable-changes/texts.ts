import { addTexts } from "../../locales/language.ts";
import fr from "./locales/fr.json";

/** What trainees and trainers read about changes of their timetable, loaded with the pages that show them. */
export function loadChangeTexts(): Promise<void> {
  return addTexts("changes", { fr, en: () => import("./locales/en.json") });
}

import { addTexts } from "../../locales/language.ts";
import fr from "./locales/fr.json";

/** What every area reads about calendars, loaded when somebody asks for one. */
export function loadCalendarTexts(): Promise<void> {
  return addTexts("calendar", { fr, en: () => import("./locales/en.json") });
}

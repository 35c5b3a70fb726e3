import { addTexts } from "../../locales/language.ts";
import fr from "./locales/fr.json";

/** The area's own texts, loaded before its first page is shown. */
export function loadTexts(): Promise<void> {
  return addTexts("trainer", { fr, en: () => import("./locales/en.json") });
}

import { addTexts } from "../../locales/language.ts";
import fr from "./locales/fr.json";

/** The administration's own texts, beside those of every page, loaded before its first page is shown. */
export function loadTexts(): Promise<void> {
  return addTexts("admin", { fr, en: () => import("./locales/en.json"), namespace: "translation" });
}

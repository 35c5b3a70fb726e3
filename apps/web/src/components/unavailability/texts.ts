import { addTexts } from "../../locales/language.ts";
import fr from "./locales/fr.json";

/** What trainers and the administration both read about unavailability, loaded with the pages that show it. */
export function loadUnavailabilityTexts(): Promise<void> {
  return addTexts("unavailability", { fr, en: () => import("./locales/en.json") });
}

import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import fr from "./fr.json";

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** The texts of one area, loaded with it: French at once, English when it is asked for. */
interface AreaTexts {
  readonly fr: object;
  readonly en: () => Promise<{ default: object }>;
  /** Where i18next finds them: under the area's own name unless said. */
  readonly namespace?: "translation";
}
const areas = new Map<string, AreaTexts>();
const loadedInEnglish = new Set<string>();

const STORAGE_KEY = "passerelle.language";

/** French first; the other is loaded when it is asked for. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "fr",
    fallbackLng: "fr",
    resources: { fr: { translation: fr } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await showLanguage(storedLanguage());
}

/** Switches the interface, and remembers the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage refused by the browser: the choice holds until the page is left.
  }
  await showLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "fr";
}

/** Adds the texts of an area that is about to be shown. */
export async function addTexts(area: string, texts: AreaTexts): Promise<void> {
  if (!areas.has(area)) i18next.addResourceBundle("fr", texts.namespace ?? area, texts.fr);
  areas.set(area, texts);
  if (currentLanguage() === "en") await loadEnglish(area, texts);
}

async function loadEnglish(area: string, { en, namespace }: Pick<AreaTexts, "en" | "namespace">): Promise<void> {
  if (loadedInEnglish.has(area)) return;
  i18next.addResourceBundle("en", namespace ?? area, (await en()).default);
  loadedInEnglish.add(area);
}

async function showLanguage(language: Language): Promise<void> {
  if (language === "en") {
    await loadEnglish("translation", { en: () => import("./en.json") });
    for (const [area, texts] of areas) await loadEnglish(area, texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === "en" ? "en" : "fr";
  } catch {
    return "fr";
  }
}

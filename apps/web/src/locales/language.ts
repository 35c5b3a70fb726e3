import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import fr from "./fr.json";

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

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

async function showLanguage(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const { default: en } = await import("./en.json");
    i18next.addResourceBundle("en", "translation", en);
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

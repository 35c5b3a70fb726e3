import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import { chooseLanguage, languages } from "../locales/language.ts";
import classes from "./DisplayChoices.module.css";

const schemes: readonly MantineColorScheme[] = ["auto", "light", "dark"];

/** French or English, light or dark. */
export function DisplayChoices() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  return (
    <div className={classes.choices}>
      <fieldset aria-label={t("shell.language")} className={classes.group}>
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={i18n.language === language}
            aria-label={t(`shell.languages.${language}`)}
            className={classes.choice}
            // The API's sentences come in the interface's language: they are read again.
            onClick={() => void chooseLanguage(language).then(() => client.invalidateQueries())}
          >
            {language.toUpperCase()}
          </button>
        ))}
      </fieldset>
      <fieldset aria-label={t("shell.scheme")} className={classes.group}>
        {schemes.map((scheme) => (
          <button
            key={scheme}
            type="button"
            aria-pressed={colorScheme === scheme}
            className={classes.choice}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell.schemes.${scheme}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

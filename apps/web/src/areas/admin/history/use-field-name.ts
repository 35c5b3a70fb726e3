import { useTranslation } from "react-i18next";

/** What a field is called, by its whole path (`amStart` of `am.start`) or the last part of it; else its code name. */
export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation();
  return (field) => {
    const whole = field.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
    const last = field.slice(field.lastIndexOf(".") + 1);
    const key = [whole, last].map((name) => `log.fields.${name}`).find((each) => i18n.exists(each));
    return key === undefined ? field : t(key as "log.fields.name"); // as: it exists
  };
}

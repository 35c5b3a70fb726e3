import { useTranslation } from "react-i18next";

/** What a field is called, by the last part of its path; else its code name. */
export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation();
  return (field) => {
    const key = `log.fields.${field.slice(field.lastIndexOf(".") + 1)}`;
    return i18n.exists(key) ? t(key as "log.fields.name") : field; // as: it exists
  };
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { Objection } from "./move-target.ts";

/** What speaks against a day, as a sentence that begins with the day. */
export function useObjectionText(): (objection: Objection) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (objection) => {
    const day = format.day(objection.day, "weekday");
    switch (objection.kind) {
      case "holiday":
        return t("objection.holiday", { day, holiday: t(`holiday.${objection.code}`) });
      case "closure":
        return t("objection.closure", { day, label: objection.label });
      case "before_title":
        return t("objection.beforeTitle", { day, from: format.day(objection.from, "plain") });
      case "after_title":
        return t("objection.afterTitle", { day, to: format.day(objection.to, "plain") });
      case "taken":
        return objection.number === null
          ? t("objection.takenByExam", { day })
          : t("objection.takenBySession", { day, number: objection.number });
      case "weekend":
        return t("objection.weekend", { day });
    }
  };
}

import type { PlanVersion } from "@passerelle/contracts/plans";
import { civilDayOf } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";

type Published = Pick<PlanVersion, "number" | "publishedAt" | "publishedBy">;

/** A version in a line: `Version 4, publiée le mar. 3 mars 2026 par Camille Exemple`. */
export function useVersionText(): (version: Published) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ number, publishedAt, publishedBy }) => {
    const day = format.day(civilDayOf(Temporal.Instant.fromEpochMilliseconds(publishedAt.getTime())));
    return publishedBy === null
      ? t("versions.line", { number, day })
      : t("versions.lineBy", { number, day, who: publishedBy });
  };
}

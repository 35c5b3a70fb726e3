import { halfDayList } from "@passerelle/contracts/sessions";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { useFormat } from "../../../format/use-format.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import type { PlannerSearch } from "./planner-search.ts";
import type { Span } from "./weeks.ts";
import classes from "./EmptyWeek.module.css";

interface EmptyWeekProps {
  readonly span: Span;
  readonly search: PlannerSearch;
  readonly goTo: (day: string) => void;
}

/** A week with nothing in it, and the way to the next one that has something. */
export function EmptyWeek({ span, search: { siteId, cohortId }, goTo }: EmptyWeekProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(q(halfDayList, { query: { from: span.to, state: "live", limit: 1, siteId, cohortId } }));
  const next = data?.items[0]?.day;
  return (
    <Callout tone="plain" title={t("planner.emptyTitle")}>
      <div className={classes.words}>
        <p>{t("planner.emptyText")}</p>
        {next !== undefined && (
          <PlainButton variant="default" onClick={() => goTo(next)}>
            {t("planner.next", { day: format.day(next, "weekday") })}
          </PlainButton>
        )}
      </div>
    </Callout>
  );
}

import { civilDayOf } from "@passerelle/domain/time";
import type { QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { paths } from "../../../paths.ts";
import { MonthView } from "./MonthView.tsx";
import { loadPlanner } from "./planner-queries.ts";
import type { PlannerSearch } from "./planner-search.ts";
import { PlannerBar } from "./PlannerBar.tsx";
import { shiftWeeks, weekOf, weeksOfMonth, type Span } from "./weeks.ts";
import { WeekView } from "./WeekView.tsx";

const route = getRouteApi("/admin/planner");

const todayHere = () => civilDayOf(Temporal.Now.instant());

function spanOf({ view, day }: Pick<PlannerSearch, "view" | "day">, today: string): Span {
  return view === "month" ? weeksOfMonth(day ?? today) : weekOf(day ?? today);
}

export async function load(client: QueryClient, search: Pick<PlannerSearch, "view" | "day">): Promise<void> {
  await loadPlanner(client, spanOf(search, todayHere()));
}

/** All cohorts at once: a week by rooms or by trainers, or a month. */
export function PlannerPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = todayHere();
  const day = search.day ?? today;
  const change = (part: PlannerSearch) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <PageTitle
        title={t("planner.title")}
        actions={
          <ButtonLink to={paths.repairs()} variant="default">
            {t("repairs.open")}
          </ButtonLink>
        }
      />
      <PlannerBar search={search} day={day} today={today} change={change} />
      {search.view === "month" ? (
        <MonthView day={day} today={today} search={search} />
      ) : (
        <WeekView
          span={spanOf(search, today)}
          today={today}
          search={search}
          goTo={(chosen) => change({ day: chosen })}
          turnWeek={(by) => change({ day: shiftWeeks(day, by) })}
        />
      )}
    </>
  );
}

import { stageWeekList, type StageWeek } from "@passerelle/contracts/stage-weeks";
import { qAll } from "../../../api/query.ts";

/** Every week of an enrolment, latest first. */
export const weeksQuery = (enrolmentId: string) => qAll(stageWeekList, { query: { enrolmentId, sort: "-monday" } });

/** The weeks with one as the API just answered it. */
export function withWeek(weeks: readonly StageWeek[], answered: StageWeek): StageWeek[] {
  const others = weeks.filter(({ week }) => week !== answered.week);
  return [...others, answered].toSorted((a, b) => b.monday.localeCompare(a.monday));
}

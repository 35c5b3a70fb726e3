import { civilDay } from "@passerelle/contracts/common";
import { z } from "zod";

const optionalId = z.uuid().optional().catch(undefined);
const optionalDay = civilDay.optional().catch(undefined);

/** What the planner shows, as its address says it: a week by rooms when nothing is said. */
export const plannerSearch = z.object({
  view: z.enum(["week", "month"]).optional().catch(undefined),
  lanes: z.enum(["rooms", "trainers"]).optional().catch(undefined),
  day: optionalDay,
  siteId: optionalId,
  cohortId: optionalId,
});
export type PlannerSearch = z.infer<typeof plannerSearch>;

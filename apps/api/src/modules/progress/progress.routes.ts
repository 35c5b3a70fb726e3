import { cohortProgressRead, enrolmentProgressRead, workListRead } from "@passerelle/contracts/progress";
import { mount } from "../../http/mount.ts";
import { presentCohortProgress, presentEnrolmentProgress } from "./progress.present.ts";
import { factsOfCohort, factsOfEnrolment } from "./progress.queries.ts";
import { listHalfDaysToStaff } from "./half-days-to-staff.ts";
import { presentWorkList } from "./work-list.present.ts";
import {
  listDraftsToPublish,
  listPlacementsInProgress,
  listUnsoundPlans,
  listWeeksWaiting,
} from "./work-list.queries.ts";

export const progressRoutes = [
  mount(enrolmentProgressRead, async (ctx, { params }) =>
    presentEnrolmentProgress(ctx, await factsOfEnrolment(ctx, params.enrolmentId)),
  ),
  mount(cohortProgressRead, async (ctx, { params }) =>
    presentCohortProgress(ctx, await factsOfCohort(ctx, params.cohortId)),
  ),
  mount(workListRead, async (ctx) => {
    const weeks = await listWeeksWaiting(ctx);
    const placements = await listPlacementsInProgress(ctx);
    const plans = await listUnsoundPlans(ctx);
    const toStaff = await listHalfDaysToStaff(ctx);
    return presentWorkList(ctx, { weeks, placements, plans, toStaff, drafts: await listDraftsToPublish(ctx) });
  }),
];

import { cohortCancel, cohortCreate, cohortList, cohortRead, cohortUpdate } from "@passerelle/contracts/cohorts";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { cancelCohort } from "./cancel-cohort.ts";
import { cohortOf, presentCohort } from "./cohorts.present.ts";
import { emptyPlanLine, findCohort, listCohorts, placeAfter, planLines } from "./cohorts.queries.ts";
import { createCohort } from "./create-cohort.ts";
import { updateCohort } from "./update-cohort.ts";

export const cohortRoutes = [
  mount(cohortList, async (ctx, { query }) => {
    const rows = await listCohorts(ctx, query);
    const lines = await planLines(
      ctx.db,
      rows.map((row) => row.id),
    );
    const after = placeAfter.bind(null, query.sort);
    return pageOf(rows, query.limit, after, (row) => cohortOf(ctx, row, lines.get(row.id) ?? emptyPlanLine));
  }),
  mount(cohortCreate, (ctx, { body }) => createCohort(ctx, body)),
  mount(cohortRead, async (ctx, { params }) => presentCohort(ctx, await findCohort(ctx, params.cohortId))),
  mount(cohortUpdate, (ctx, { params, body, ifMatch }) => updateCohort(ctx, params.cohortId, body, ifMatch)),
  mount(cohortCancel, (ctx, { params, body, ifMatch }) => cancelCohort(ctx, params.cohortId, body, ifMatch)),
];

import {
  stageHoursList,
  stageWeekList,
  stageWeekLog,
  stageWeekRead,
  stageWeekReturn,
  stageWeekSubmit,
  stageWeekValidate,
} from "@passerelle/contracts/stage-weeks";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { logStageWeek } from "./log-stage-week.ts";
import { returnStageWeek } from "./return-stage-week.ts";
import { presentStageHours, presentStageWeek } from "./stage-weeks.present.ts";
import { findStageWeek, listStageHours, listStageWeeks, placeAfterDay, placeAfterWeek } from "./stage-weeks.queries.ts";
import { submitStageWeek } from "./submit-stage-week.ts";
import { validateStageWeek } from "./validate-stage-week.ts";

export const stageWeekRoutes = [
  mount(stageHoursList, async (ctx, { query }) =>
    pageOf(await listStageHours(ctx, query), query.limit, placeAfterDay, presentStageHours),
  ),
  mount(stageWeekList, async (ctx, { query }) =>
    pageOf(await listStageWeeks(ctx, query), query.limit, placeAfterWeek, (row) => presentStageWeek(ctx.actor, row)),
  ),
  mount(stageWeekRead, async (ctx, { params }) =>
    presentStageWeek(ctx.actor, await findStageWeek(ctx, params.stageWeekId)),
  ),
  mount(stageWeekLog, (ctx, { params, body, ifMatch }) => logStageWeek(ctx, params, body, ifMatch)),
  mount(stageWeekSubmit, (ctx, { params, ifMatch }) => submitStageWeek(ctx, params.stageWeekId, ifMatch)),
  mount(stageWeekValidate, (ctx, { params, ifMatch }) => validateStageWeek(ctx, params.stageWeekId, ifMatch)),
  mount(stageWeekReturn, (ctx, { params, body, ifMatch }) => returnStageWeek(ctx, params.stageWeekId, body, ifMatch)),
];

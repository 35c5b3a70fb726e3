import * as edits from "@passerelle/contracts/plan-edits";
import * as plans from "@passerelle/contracts/plans";
import * as publications from "@passerelle/contracts/publications";
import * as sessions from "@passerelle/contracts/sessions";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { cancelHalfDay } from "./cancel-half-day.ts";
import { checkEdit } from "./check-edit.ts";
import { discardDraft } from "./discard-draft.ts";
import { editPlan } from "./edit-plan.ts";
import { moveHalfDay } from "./move-half-day.ts";
import { moveSession } from "./move-session.ts";
import { presentPlan } from "./plans.present.ts";
import * as queries from "./plans.queries.ts";
import { proposePlan } from "./propose-plan.ts";
import { redoChange } from "./redo-change.ts";
import { splitSession } from "./split-session.ts";
import { loadDraftedPlan, loadPlan } from "./stored-plan.ts";
import { undoChange, undoLatest } from "./undo-change.ts";

const placeOf = <Place>({ place }: { place: Place }) => place;

export const planRoutes = [
  mount(plans.planProposalCreate, (ctx, { params, body }) => proposePlan(ctx, params.cohortId, body)),
  mount(plans.planRead, async (ctx, { params }) =>
    presentPlan(ctx, await loadPlan(ctx, await findCohort(ctx, params.cohortId))),
  ),
  mount(plans.planAdopt, (ctx, { params, body, ifMatch }) => adoptPlan(ctx, params.cohortId, body, ifMatch)),
  mount(sessions.sessionList, async (ctx, { query }) =>
    pageOf(await queries.listSessions(ctx, query), query.limit, placeOf, ({ place: _place, ...session }) => session),
  ),
  mount(sessions.sessionRead, (ctx, { params }) => queries.readSession(ctx, params.sessionId)),
  mount(sessions.sessionMove, (ctx, { params, body, ifMatch }) => moveSession(ctx, params.sessionId, body, ifMatch)),
  mount(sessions.halfDayList, async (ctx, { query }) =>
    pageOf(await queries.listHalfDays(ctx, query), query.limit, placeOf, ({ place: _place, ...halfDay }) => halfDay),
  ),
  mount(sessions.halfDayRead, (ctx, { params }) => queries.readHalfDay(ctx, params.halfDayId)),
  mount(sessions.halfDayMove, (ctx, { params, body, ifMatch }) => moveHalfDay(ctx, params.halfDayId, body, ifMatch)),
  mount(sessions.halfDayCancel, (ctx, { params, body, ifMatch }) =>
    cancelHalfDay(ctx, params.halfDayId, body, ifMatch),
  ),
  mount(edits.planEdit, (ctx, { params, body, ifMatch }) => editPlan(ctx, params.cohortId, body, ifMatch)),
  mount(edits.planEditCheck, (ctx, { params, body }) => checkEdit(ctx, params.cohortId, body)),
  mount(edits.sessionSplit, (ctx, { params, body, ifMatch }) =>
    splitSession(ctx, params.sessionId, body.days, ifMatch),
  ),
  mount(publications.planDraftRead, async (ctx, { params }) =>
    presentPlan(ctx, await loadDraftedPlan(ctx, await findCohort(ctx, params.cohortId))),
  ),
  mount(publications.draftChangeUndo, (ctx, { params, ifMatch }) =>
    undoChange(ctx, params.cohortId, params.changeId, ifMatch),
  ),
  mount(publications.planDraftDiscard, (ctx, { params, ifMatch }) => discardDraft(ctx, params.cohortId, ifMatch)),
  mount(edits.planUndo, (ctx, { params, ifMatch }) => undoLatest(ctx, params.cohortId, ifMatch)),
  mount(edits.planRedo, (ctx, { params, ifMatch }) => redoChange(ctx, params.cohortId, ifMatch)),
];

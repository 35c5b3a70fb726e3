import * as enrolments from "@passerelle/contracts/enrolments";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { createEnrolment } from "./create-enrolment.ts";
import { endPlacementWaiver } from "./end-placement-waiver.ts";
import { readHistory } from "./enrolment-history.ts";
import { presentEnrolment } from "./enrolments.present.ts";
import { findEnrolment, listEnrolments, placeAfter } from "./enrolments.queries.ts";
import { moveEnrolment } from "./move-enrolment.ts";
import { prescribeHours } from "./prescribe-hours.ts";
import { waivePlacement } from "./waive-placement.ts";

export const enrolmentRoutes = [
  mount(enrolments.enrolmentList, async (ctx, { query }) =>
    pageOf(await listEnrolments(ctx, query), query.limit, placeAfter, (row) => presentEnrolment(ctx, row)),
  ),
  mount(enrolments.enrolmentCreate, (ctx, { body }) => createEnrolment(ctx, body)),
  mount(enrolments.enrolmentRead, async (ctx, { params }) =>
    presentEnrolment(ctx, await findEnrolment(ctx, params.enrolmentId)),
  ),
  mount(enrolments.enrolmentHistory, (ctx, { params, query }) => readHistory(ctx, params.enrolmentId, query)),
  mount(enrolments.enrolmentMove, (ctx, { params, body, ifMatch }) =>
    moveEnrolment(ctx, params.enrolmentId, body, ifMatch),
  ),
  mount(enrolments.enrolmentPrescribe, (ctx, { params, body, ifMatch }) =>
    prescribeHours(ctx, params.enrolmentId, body, ifMatch),
  ),
  mount(enrolments.placementWaive, (ctx, { params, body, ifMatch }) =>
    waivePlacement(ctx, params.enrolmentId, body, ifMatch),
  ),
  mount(enrolments.placementWaiverEnd, (ctx, { params, body, ifMatch }) =>
    endPlacementWaiver(ctx, params.enrolmentId, body, ifMatch),
  ),
];

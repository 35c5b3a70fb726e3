import {
  ccpResultAnnul,
  ccpResultList,
  ccpResultPublish,
  ccpResultRead,
  ccpResultRecord,
} from "@passerelle/contracts/ccp-results";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { annulCcpResult } from "./annul-ccp-result.ts";
import { presentCcpResult } from "./ccp-results.present.ts";
import { findCcpResult, listCcpResults, placeAfter } from "./ccp-results.queries.ts";
import { publishCcpResult } from "./publish-ccp-result.ts";
import { recordCcpResult } from "./record-ccp-result.ts";

export const ccpResultRoutes = [
  mount(ccpResultList, async (ctx, { query }) => {
    const rows = await listCcpResults(ctx, query);
    return pageOf(rows, query.limit, placeAfter, (row) => presentCcpResult(ctx.actor, row));
  }),
  mount(ccpResultRecord, (ctx, { body }) => recordCcpResult(ctx, body)),
  mount(ccpResultRead, async (ctx, { params }) =>
    presentCcpResult(ctx.actor, await findCcpResult(ctx, params.ccpResultId)),
  ),
  mount(ccpResultPublish, (ctx, { params, ifMatch }) => publishCcpResult(ctx, params.ccpResultId, ifMatch)),
  mount(ccpResultAnnul, (ctx, { params, body, ifMatch }) => annulCcpResult(ctx, params.ccpResultId, body, ifMatch)),
];

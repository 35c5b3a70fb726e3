import { siteCreate, siteList, siteUpdate } from "@passerelle/contracts/sites";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { createSite } from "./create-site.ts";
import { presentSite } from "./sites.present.ts";
import { listSites, placeAfter } from "./sites.queries.ts";
import { updateSite } from "./update-site.ts";

export const siteRoutes = [
  mount(siteList, async (ctx, { query }) =>
    pageOf(await listSites(ctx, query), query.limit, placeAfter, (row) => presentSite(ctx.actor, row)),
  ),
  mount(siteCreate, (ctx, { body }) => createSite(ctx, body)),
  mount(siteUpdate, (ctx, { params, body, ifMatch }) => updateSite(ctx, params.siteId, body, ifMatch)),
];

import { eventList, eventSearch } from "@passerelle/contracts/events";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { readFeed } from "./event-feed.queries.ts";
import { presentEvent } from "./events.present.ts";
import { placeAfter, searchEvents } from "./search-events.queries.ts";

export const eventRoutes = [
  mount(eventList, async (ctx, { query }) => {
    const { rows, after, hasMore } = await readFeed(ctx, query);
    return { items: rows.map((row) => presentEvent(ctx.locale, row)), after, hasMore };
  }),
  mount(eventSearch, async (ctx, { query }) => {
    const rows = await searchEvents(ctx, query);
    return pageOf(rows, query.limit, placeAfter, (row) => presentEvent(ctx.locale, row));
  }),
];

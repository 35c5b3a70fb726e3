import {
  calendarFeedCreate,
  calendarFeedList,
  calendarFeedRevoke,
  calendarRead,
} from "@passerelle/contracts/calendars";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { presentFeed } from "./calendars.present.ts";
import { listFeeds, placeAfter } from "./calendars.queries.ts";
import { createCalendarFeed } from "./create-calendar-feed.ts";
import { readCalendar } from "./read-calendar.ts";
import { revokeCalendarFeed } from "./revoke-calendar-feed.ts";

export const calendarRoutes = [
  mount(calendarFeedList, async (ctx, { query }) =>
    pageOf(await listFeeds(ctx, query), query.limit, placeAfter, (row) => presentFeed(ctx.actor, row)),
  ),
  mount(calendarFeedCreate, (ctx, { body }) => createCalendarFeed(ctx, body)),
  mount(calendarFeedRevoke, (ctx, { params }) => revokeCalendarFeed(ctx, params.calendarFeedId)),
  mount(calendarRead, (ctx, { params, query }) => readCalendar(ctx, params.file, query.lang ?? "fr")),
];

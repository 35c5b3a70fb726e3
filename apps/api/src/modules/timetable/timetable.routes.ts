import { myTimetableChangeList, myTimetableChangesMarkSeen } from "@passerelle/contracts/timetable";
import { mount } from "../../http/mount.ts";
import { listMyTimetableChanges } from "./list-my-timetable-changes.ts";
import { markTimetableSeen } from "./mark-timetable-seen.ts";

export const timetableRoutes = [
  mount(myTimetableChangeList, (ctx, { query }) => listMyTimetableChanges(ctx, query)),
  mount(myTimetableChangesMarkSeen, (ctx, { body }) => markTimetableSeen(ctx, body)),
];

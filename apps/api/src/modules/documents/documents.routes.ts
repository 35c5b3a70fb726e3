import {
  cohortTimetableRead,
  enrolmentTimetableRead,
  roomTimetableRead,
  trainerTimetableRead,
} from "@passerelle/contracts/documents";
import { mount } from "../../http/mount.ts";
import { cohortTimetable, enrolmentTimetable, roomTimetable, trainerTimetable } from "./make-timetable.ts";

export const documentRoutes = [
  mount(cohortTimetableRead, (ctx, { params, query }) => cohortTimetable(ctx, params.cohortId, query)),
  mount(enrolmentTimetableRead, (ctx, { params, query }) => enrolmentTimetable(ctx, params.enrolmentId, query)),
  mount(trainerTimetableRead, (ctx, { params, query }) => trainerTimetable(ctx, params.trainerId, query)),
  mount(roomTimetableRead, (ctx, { params, query }) => roomTimetable(ctx, params.roomId, query)),
];

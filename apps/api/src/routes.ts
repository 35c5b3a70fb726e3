import type { Mounted } from "./http/mount.ts";
import { accountRoutes } from "./modules/accounts/accounts.routes.ts";
import { calendarRoutes } from "./modules/calendars/calendars.routes.ts";
import { ccpResultRoutes } from "./modules/ccp-results/ccp-results.routes.ts";
import { closureRoutes } from "./modules/closures/closures.routes.ts";
import { cohortRoutes } from "./modules/cohorts/cohorts.routes.ts";
import { documentRoutes } from "./modules/documents/documents.routes.ts";
import { enrolmentRoutes } from "./modules/enrolments/enrolments.routes.ts";
import { eventRoutes } from "./modules/events/events.routes.ts";
import { personRoutes } from "./modules/people/people.routes.ts";
import { planRoutes } from "./modules/plans/plans.routes.ts";
import { programmeRoutes } from "./modules/programmes/programmes.routes.ts";
import { progressRoutes } from "./modules/progress/progress.routes.ts";
import { publicationRoutes } from "./modules/publications/publications.routes.ts";
import { repairRoutes } from "./modules/repairs/repairs.routes.ts";
import { roomRoutes } from "./modules/rooms/rooms.routes.ts";
import { siteRoutes } from "./modules/sites/sites.routes.ts";
import { stageWeekRoutes } from "./modules/stage-weeks/stage-weeks.routes.ts";
import { timetableRoutes } from "./modules/timetable/timetable.routes.ts";
import { trainerRoutes } from "./modules/trainers/trainers.routes.ts";
import { trainingProviderRoutes } from "./modules/training-provider/training-provider.routes.ts";
import { unavailabilityRoutes } from "./modules/unavailabilities/unavailabilities.routes.ts";
import { userRoutes } from "./modules/users/users.routes.ts";

/** Every operation served. */
export const routes: readonly Mounted[] = [
  ...accountRoutes,
  ...trainingProviderRoutes,
  ...programmeRoutes,
  ...cohortRoutes,
  ...planRoutes,
  ...publicationRoutes,
  ...timetableRoutes,
  ...documentRoutes,
  ...closureRoutes,
  ...siteRoutes,
  ...roomRoutes,
  ...trainerRoutes,
  ...unavailabilityRoutes,
  ...repairRoutes,
  ...enrolmentRoutes,
  ...stageWeekRoutes,
  ...ccpResultRoutes,
  ...progressRoutes,
  ...personRoutes,
  ...userRoutes,
  ...calendarRoutes,
  ...eventRoutes,
];

import type { Mounted } from "./http/mount.ts";
import { accountRoutes } from "./modules/accounts/accounts.routes.ts";
import { closureRoutes } from "./modules/closures/closures.routes.ts";
import { cohortRoutes } from "./modules/cohorts/cohorts.routes.ts";
import { planRoutes } from "./modules/plans/plans.routes.ts";
import { programmeRoutes } from "./modules/programmes/programmes.routes.ts";
import { trainingProviderRoutes } from "./modules/training-provider/training-provider.routes.ts";

/** Every operation served. */
export const routes: readonly Mounted[] = [
  ...accountRoutes,
  ...trainingProviderRoutes,
  ...programmeRoutes,
  ...cohortRoutes,
  ...planRoutes,
  ...closureRoutes,
];

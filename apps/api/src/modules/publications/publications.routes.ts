import * as versions from "@passerelle/contracts/plan-versions";
import * as publications from "@passerelle/contracts/publications";
import { mount } from "../../http/mount.ts";
import { readDraftDifference } from "./draft-difference.ts";
import { compareVersions, listVersions, readVersion } from "./plan-versions.ts";
import { publishPlan } from "./publish-plan.ts";
import { restoreVersion } from "./restore-version.ts";

export const publicationRoutes = [
  mount(publications.planPublish, (ctx, { params, body, ifMatch }) => publishPlan(ctx, params.cohortId, body, ifMatch)),
  mount(versions.draftDifferenceRead, (ctx, { params }) => readDraftDifference(ctx, params.cohortId)),
  mount(versions.planVersionList, (ctx, { params, query }) => listVersions(ctx, params.cohortId, query)),
  mount(versions.planVersionRead, (ctx, { params }) => readVersion(ctx, params.cohortId, params.number)),
  mount(versions.planVersionCompare, (ctx, { params, query }) => compareVersions(ctx, params, query)),
  mount(versions.planVersionRestore, (ctx, { params, ifMatch }) =>
    restoreVersion(ctx, params.cohortId, params.number, ifMatch),
  ),
];

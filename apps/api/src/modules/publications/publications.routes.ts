import * as publications from "@passerelle/contracts/publications";
import { mount } from "../../http/mount.ts";
import { publishPlan } from "./publish-plan.ts";

export const publicationRoutes = [
  mount(publications.planPublish, (ctx, { params, body, ifMatch }) => publishPlan(ctx, params.cohortId, body, ifMatch)),
];

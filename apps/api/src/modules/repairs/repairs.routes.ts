import { repairList } from "@passerelle/contracts/repairs";
import { mount } from "../../http/mount.ts";
import { listRepairs } from "./repairs.queries.ts";

export const repairRoutes = [mount(repairList, (ctx, { query }) => listRepairs(ctx, query))];

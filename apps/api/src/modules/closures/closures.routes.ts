import { closureCreate, closureDelete, closureList } from "@passerelle/contracts/closures";
import { fromColumn } from "../../core/civil-day.ts";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { listClosures } from "./closures.queries.ts";
import { presentClosure } from "./closures.present.ts";
import { createClosure } from "./create-closure.ts";
import { deleteClosure } from "./delete-closure.ts";

export const closureRoutes = [
  mount(closureList, async (ctx, { query }) =>
    pageOf(
      await listClosures(ctx, query),
      query.limit,
      (row) => ({ from: fromColumn(row.from), id: row.id }),
      (row) => presentClosure(ctx.actor, row),
    ),
  ),
  mount(closureCreate, (ctx, { body }) => createClosure(ctx, body)),
  mount(closureDelete, (ctx, { params, ifMatch }) => deleteClosure(ctx, params.closureId, ifMatch)),
];

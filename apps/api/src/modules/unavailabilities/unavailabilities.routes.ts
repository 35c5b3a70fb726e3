import {
  unavailabilityCreate,
  unavailabilityDelete,
  unavailabilityList,
  unavailabilityUpdate,
} from "@passerelle/contracts/unavailabilities";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { affectedHalfDays } from "./affected-half-days.ts";
import { declareUnavailability } from "./declare-unavailability.ts";
import { unavailabilityOf } from "./unavailabilities.present.ts";
import { listUnavailabilities, placeAfter } from "./unavailabilities.queries.ts";
import { updateUnavailability } from "./update-unavailability.ts";
import { withdrawUnavailability } from "./withdraw-unavailability.ts";

export const unavailabilityRoutes = [
  mount(unavailabilityList, async (ctx, { query }) => {
    const rows = await listUnavailabilities(ctx, query);
    const affected = await affectedHalfDays(ctx, rows);
    return pageOf(rows, query.limit, placeAfter, (row) => unavailabilityOf(ctx, row, affected.get(row.id) ?? 0));
  }),
  mount(unavailabilityCreate, (ctx, { body }) => declareUnavailability(ctx, body)),
  mount(unavailabilityUpdate, (ctx, { params, body, ifMatch }) =>
    updateUnavailability(ctx, params.unavailabilityId, body, ifMatch),
  ),
  mount(unavailabilityDelete, (ctx, { params, ifMatch }) =>
    withdrawUnavailability(ctx, params.unavailabilityId, ifMatch),
  ),
];

import { trainerCreate, trainerList, trainerRead, trainerUpdate } from "@passerelle/contracts/trainers";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { createTrainer } from "./create-trainer.ts";
import { presentTrainer } from "./trainers.present.ts";
import { findTrainer, listTrainers, placeAfter } from "./trainers.queries.ts";
import { updateTrainer } from "./update-trainer.ts";

export const trainerRoutes = [
  mount(trainerList, async (ctx, { query }) =>
    pageOf(await listTrainers(ctx, query), query.limit, placeAfter, (row) => presentTrainer(ctx.actor, row)),
  ),
  mount(trainerCreate, (ctx, { body }) => createTrainer(ctx, body)),
  mount(trainerRead, async (ctx, { params }) => presentTrainer(ctx.actor, await findTrainer(ctx, params.trainerId))),
  mount(trainerUpdate, (ctx, { params, body, ifMatch }) => updateTrainer(ctx, params.trainerId, body, ifMatch)),
];

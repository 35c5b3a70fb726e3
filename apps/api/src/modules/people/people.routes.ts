import { personCreate, personList, personRead, personUpdate } from "@passerelle/contracts/people";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { createPerson } from "./create-person.ts";
import { presentPerson } from "./people.present.ts";
import { findPerson, listPeople, placeAfter } from "./people.queries.ts";
import { updatePerson } from "./update-person.ts";

export const personRoutes = [
  mount(personList, async (ctx, { query }) =>
    pageOf(await listPeople(ctx, query), query.limit, placeAfter, (row) => presentPerson(ctx.actor, row)),
  ),
  mount(personCreate, (ctx, { body }) => createPerson(ctx, body)),
  mount(personRead, async (ctx, { params }) => presentPerson(ctx.actor, await findPerson(ctx, params.personId))),
  mount(personUpdate, (ctx, { params, body, ifMatch }) => updatePerson(ctx, params.personId, body, ifMatch)),
];

import { roomCreate, roomList, roomRead, roomUpdate } from "@passerelle/contracts/rooms";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { createRoom } from "./create-room.ts";
import { presentRoom } from "./rooms.present.ts";
import { findRoom, listRooms, placeAfter } from "./rooms.queries.ts";
import { updateRoom } from "./update-room.ts";

export const roomRoutes = [
  mount(roomList, async (ctx, { query }) =>
    pageOf(await listRooms(ctx, query), query.limit, placeAfter, (row) => presentRoom(ctx.actor, row)),
  ),
  mount(roomCreate, (ctx, { body }) => createRoom(ctx, body)),
  mount(roomRead, async (ctx, { params }) => presentRoom(ctx.actor, await findRoom(ctx, params.roomId))),
  mount(roomUpdate, (ctx, { params, body, ifMatch }) => updateRoom(ctx, params.roomId, body, ifMatch)),
];

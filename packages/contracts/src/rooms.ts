import { z } from "zod";
import { ability, civilDay, id, line, page, paging } from "./common.ts";
import { only, route } from "./http.ts";

const roomFields = {
  siteId: id,
  name: line(80),
  capacity: z.int().min(1).max(1_000).describe("Seats"),
  equipment: z.array(line(60)).max(20).describe("What it holds, each said once"),
  accessible: z.boolean().describe("Whether a wheelchair gets in"),
  retiredOn: civilDay.nullable().describe("The first day on which it is no longer to be had"),
};

export const room = z
  .object({
    id,
    ...roomFields,
    siteName: z.string(),
    version: z.int(),
    can: z.object({ update: ability }),
  })
  .meta({ id: "Room" });
export type Room = z.infer<typeof room>;

const params = z.strictObject({ roomId: id });
const canRead = only(["admin", "referent", "trainer"], "resources:read");
const canWrite = only(["admin", "referent"], "resources:write");

export const roomList = route({
  method: "GET",
  path: "/rooms",
  operationId: "roomList",
  tag: "resources",
  summary: "Rooms, by name",
  access: canRead,
  query: z.strictObject({
    ...paging,
    siteId: id.optional(),
    minCapacity: z.coerce.number().int().min(1).max(1_000).optional(),
    accessible: z.enum(["true", "false"]).optional(),
    equipment: line(60).optional().describe("One thing it must hold, case and accents apart"),
    retired: z.enum(["without", "with"]).default("without").describe("Whether rooms no longer to be had are listed"),
  }),
  status: 200,
  response: page(room, "RoomPage"),
  errors: [],
});

export const roomRead = route({
  method: "GET",
  path: "/rooms/:roomId",
  operationId: "roomRead",
  tag: "resources",
  summary: "One room",
  access: canRead,
  params,
  status: 200,
  response: room,
  version: "tagged",
  errors: [],
});

export const roomCreate = route({
  method: "POST",
  path: "/rooms",
  operationId: "roomCreate",
  tag: "resources",
  summary: "Add a room to a site",
  access: canWrite,
  body: z.strictObject(roomFields).partial({ equipment: true, accessible: true, retiredOn: true }),
  example: {
    siteId: "01890a5d-ac96-774b-bcce-b302099a8057",
    name: "Salle Garrigue",
    capacity: 14,
    equipment: ["vidéoprojecteur"],
    accessible: true,
  },
  status: 201,
  response: room,
  version: "tagged",
  errors: ["resource_invalid", "already_exists"],
});

export const roomUpdate = route({
  method: "PATCH",
  path: "/rooms/:roomId",
  operationId: "roomUpdate",
  tag: "resources",
  summary: "Change a room, or retire it from a day on",
  description: "Half-days already planned in it stay, and are named in the proof of their plan.",
  access: canWrite,
  params,
  body: z.strictObject(roomFields).omit({ siteId: true }).partial(),
  example: { capacity: 16 },
  status: 200,
  response: room,
  version: "accepted",
  errors: ["already_exists"],
});

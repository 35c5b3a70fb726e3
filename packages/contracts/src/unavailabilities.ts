import { z } from "zod";
import { ability, broken, civilDay, id, line, page, paging } from "./common.ts";
import { only, route } from "./http.ts";
import { slot } from "./plans.ts";

const fields = {
  from: civilDay,
  to: civilDay.nullable().describe("Inclusive; null while no end is known"),
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .describe("Only on these days of the week, 1 for Monday; none means every day"),
  everyWeeks: z.int().min(1).max(2).describe("2 for every other week, counted from that of `from`"),
  slot: slot.nullable().describe("Half of the day; null for all of it"),
  reason: line(200).nullable(),
};

/** When a trainer, or a room, is not to be had. */
export const unavailability = z
  .object({
    id,
    trainerId: id.nullable(),
    roomId: id.nullable(),
    name: z.string().describe("The trainer's or the room's"),
    ...fields,
    affectedHalfDays: z.int().describe("Half-days from today on that are planned in it all the same"),
    version: z.int(),
    can: z.object({ update: ability, delete: ability }),
  })
  .meta({ id: "Unavailability" });
export type Unavailability = z.infer<typeof unavailability>;

const params = z.strictObject({ unavailabilityId: id });
const canRead = only(["admin", "referent", "trainer"], "resources:read");
const canWrite = only(["admin", "referent", "trainer"], "resources:write");
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | null | undefined }) =>
  from === undefined || to === undefined || to === null || from <= to;
const daysInOrder = { ...broken("days_in_order"), path: ["to"] };

export const unavailabilityList = route({
  method: "GET",
  path: "/unavailabilities",
  operationId: "unavailabilityList",
  tag: "resources",
  summary: "Unavailabilities, earliest first; a trainer sees their own",
  access: canRead,
  query: z.strictObject({
    ...paging,
    trainerId: id.optional(),
    roomId: id.optional(),
    from: civilDay.optional().describe("Only those ending on or after, or without end"),
    to: civilDay.optional().describe("Only those beginning on or before"),
  }),
  status: 200,
  response: page(unavailability, "UnavailabilityPage"),
  errors: [],
});

export const unavailabilityCreate = route({
  method: "POST",
  path: "/unavailabilities",
  operationId: "unavailabilityCreate",
  tag: "resources",
  summary: "Say when a trainer or a room is not to be had",
  description:
    "Of exactly one of `trainerId` and `roomId`; trainers say it of themselves. Half-days already planned in it stay, " +
    "are counted in the answer and named in the proof of their plan.",
  access: canWrite,
  body: z
    .strictObject({ ...fields, trainerId: id, roomId: id })
    .partial({ trainerId: true, roomId: true, to: true, weekdays: true, everyWeeks: true, slot: true, reason: true })
    .refine(inOrder, daysInOrder)
    .check(({ value, issues }) => {
      if ((value.trainerId === undefined) !== (value.roomId === undefined)) return;
      for (const field of ["trainerId", "roomId"]) {
        issues.push({ code: "custom", input: value, path: [field], message: broken("of_a_trainer_or_a_room").error });
      }
    }),
  example: {
    trainerId: "01890a5d-ac96-774b-bcce-b302099a8057",
    from: "2017-09-01",
    to: "2018-06-30",
    weekdays: [2],
    slot: "pm",
    reason: "Cours à l’université",
  },
  status: 201,
  response: unavailability,
  version: "tagged",
  errors: ["resource_invalid"],
});

export const unavailabilityUpdate = route({
  method: "PATCH",
  path: "/unavailabilities/:unavailabilityId",
  operationId: "unavailabilityUpdate",
  tag: "resources",
  summary: "Change an unavailability",
  access: canWrite,
  params,
  body: z.strictObject(fields).partial().refine(inOrder, daysInOrder),
  example: { to: "2018-02-28" },
  status: 200,
  response: unavailability,
  version: "accepted",
  errors: ["resource_invalid"],
});

export const unavailabilityDelete = route({
  method: "DELETE",
  path: "/unavailabilities/:unavailabilityId",
  operationId: "unavailabilityDelete",
  tag: "resources",
  summary: "Take an unavailability back",
  access: canWrite,
  params,
  status: 204,
  version: "accepted",
  errors: [],
});

import { z } from "zod";
import { civilDay, id } from "./common.ts";
import { only, route } from "./http.ts";
import { halfDayEdit } from "./plan-edits.ts";
import { halfDay, slot } from "./plans.ts";

/** One way to repair a half-day, and what it costs. */
export const repair = z
  .object({
    kind: z
      .enum(["trainer", "room", "swap", "move", "remote"])
      .describe("Another trainer, another room, change places with another half-day, another time, at a distance"),
    detail: z.string().describe("What would be done, in the caller’s language"),
    costs: z.array(z.string()).describe("What it costs, in the caller’s language; none for the best there is"),
    edit: z.array(halfDayEdit).describe("What `POST /cohorts/{cohortId}/plan/edits` takes to do it"),
    day: civilDay,
    slot,
  })
  .meta({ id: "Repair" });
export type Repair = z.infer<typeof repair>;

/** A half-day whose trainer or room is not to be had, or that lacks one. */
export const brokenHalfDay = z
  .object({
    halfDay,
    problems: z.array(
      z.object({
        code: z.enum(["trainer_unavailable", "room_unavailable", "trainer_missing", "room_missing"]),
        detail: z.string(),
      }),
    ),
    repairs: z.array(repair).describe("Ranked: the cheapest first"),
  })
  .meta({ id: "BrokenHalfDay" });
export type BrokenHalfDay = z.infer<typeof brokenHalfDay>;

export const repairList = route({
  method: "GET",
  path: "/repairs",
  operationId: "repairList",
  tag: "plans",
  summary: "What can be done about half-days whose trainer or room is not to be had",
  description:
    "Planned half-days from `from` to `to`, as their drafts have them: those of one half-day, one cohort, or one trainer or room, and then also those " +
    "not broken yet, as if it were not to be had (“Camille is away on Tuesday”). For each, the ways to repair it, ranked.",
  access: only(["admin", "referent"], "sessions:write"),
  query: z.strictObject({
    from: civilDay,
    to: civilDay.describe("Inclusive, three months after `from` at most"),
    slot: slot.optional(),
    halfDayId: id.optional(),
    cohortId: id.optional(),
    trainerId: id.optional(),
    roomId: id.optional(),
  }),
  status: 200,
  response: z
    .object({ items: z.array(brokenHalfDay).describe("Earliest first, fifty at most"), more: z.boolean() })
    .meta({ id: "RepairList" }),
  errors: [],
});

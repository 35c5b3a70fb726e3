import type { PlannedHalfDay } from "@passerelle/domain/planning/plan";
import type { Ctx } from "../../core/ctx.ts";
import type { EditedHalfDay } from "./half-day-edits.ts";
import { trainerName } from "../trainers/trainers.present.ts";
import type { StoredPlan } from "./stored-plan.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A half-day as an event tells it: where it is, and what changed of it. */
export interface EditedFact {
  readonly id: string;
  readonly day: string;
  readonly slot: "am" | "pm";
  readonly blockCode?: string | null;
  readonly competencyCodes?: readonly string[];
  readonly trainer?: Named | null;
  readonly room?: Named | null;
  readonly remote?: boolean;
  readonly overrideReason?: string | null;
}

/** What edited half-days were and have become, with the names of the time: a room may be called otherwise one day. */
export async function editedFacts(
  ctx: Ctx,
  { halfDays }: StoredPlan,
  edited: readonly EditedHalfDay[],
): Promise<{ from: EditedFact[]; to: EditedFact[] }> {
  const names = await namesOf(ctx, edited);
  for (const row of halfDays) {
    if (row.trainerId !== null && row.trainer !== null) names.set(row.trainerId, trainerName(row.trainer));
    if (row.roomId !== null && row.room !== null) names.set(row.roomId, row.room.name);
  }
  const factOf = (id: string, side: PlannedHalfDay, other: PlannedHalfDay): EditedFact => ({
    id,
    day: side.day,
    slot: side.slot,
    ...(side.blockCode !== other.blockCode && { blockCode: side.blockCode }),
    ...(listed(side) !== listed(other) && { competencyCodes: side.competencyCodes ?? [] }),
    ...(side.trainerId !== other.trainerId && { trainer: named(names, side.trainerId) }),
    ...(side.roomId !== other.roomId && { room: named(names, side.roomId) }),
    ...(side.remote !== other.remote && { remote: side.remote ?? false }),
    ...(side.overrideReason !== other.overrideReason && { overrideReason: side.overrideReason ?? null }),
  });
  const both = edited.flatMap(({ id, before, halfDay }) => (before === null ? [] : [{ id, before, after: halfDay }]));
  return {
    from: both.map(({ id, before, after }) => factOf(id, before, after)),
    to: both.map(({ id, before, after }) => factOf(id, after, before)),
  };
}

function listed({ competencyCodes = [] }: PlannedHalfDay): string {
  return competencyCodes.join("\n");
}

function named(names: ReadonlyMap<string, string>, id: string | null | undefined): Named | null {
  return typeof id === "string" ? { id, name: names.get(id) ?? "" } : null;
}

async function namesOf(ctx: Ctx, edited: readonly EditedHalfDay[]): Promise<Map<string, string>> {
  const trainers = await ctx.db.trainer.findMany({
    where: { id: { in: edited.flatMap(({ halfDay }) => halfDay.trainerId ?? []) } },
    select: { id: true, person: { select: { givenName: true, usualName: true } } },
  });
  const rooms = await ctx.db.room.findMany({
    where: { id: { in: edited.flatMap(({ halfDay }) => halfDay.roomId ?? []) } },
    select: { id: true, name: true },
  });
  return new Map([
    ...trainers.map((each): [string, string] => [each.id, trainerName(each)]),
    ...rooms.map(({ id, name }): [string, string] => [id, name]),
  ]);
}

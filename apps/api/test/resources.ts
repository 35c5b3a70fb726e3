import type { PlanProof } from "@passerelle/contracts/plans";
import type { Ctx } from "../src/core/ctx.ts";

/** A site of its own, in metropolitan France unless said. */
export async function aSite(ctx: Ctx, data: { holidayZone?: "metropole" | "alsace_moselle" } = {}): Promise<string> {
  const { id } = await ctx.db.site.create({ data: { name: `Site ${crypto.randomUUID()}`, addressLines: [], ...data } });
  return id;
}

/** A room of fourteen seats, on a site of its own unless said. */
export async function aRoom(ctx: Ctx, data: { name?: string; siteId?: string; capacity?: number } = {}) {
  const { name = `Salle ${crypto.randomUUID()}`, capacity = 14 } = data;
  const siteId = data.siteId ?? (await aSite(ctx));
  return ctx.db.room.create({ data: { siteId, name, capacity, equipment: [], accessible: true } });
}

/** A trainer who teaches the competencies of these blocks (codes) of every edition; all of them unless said. */
export async function aTrainer(ctx: Ctx, data: { givenName?: string; blockCodes?: string[]; userId?: string } = {}) {
  const { givenName = "Dominique", blockCodes, userId } = data;
  const competencies = await ctx.db.competency.findMany({
    where: blockCodes === undefined ? {} : { block: { code: { in: blockCodes } } },
    select: { id: true },
  });
  const person =
    userId === undefined
      ? { create: { givenName, usualName: "Exemple", nameKey: `${givenName} exemple`.toLowerCase() } }
      : { connect: { id: (await ctx.db.user.findUniqueOrThrow({ where: { id: userId } })).personId } };
  return ctx.db.trainer.create({
    data: { person, competencies: { create: competencies.map(({ id }) => ({ competencyId: id })) } },
  });
}

/** What a proof finds besides half-days that nobody teaches yet, or that have no room yet. */
export function besidesStaff({ findings }: Pick<PlanProof, "findings">): PlanProof["findings"] {
  return findings.filter(({ code }) => code !== "trainer_missing" && code !== "room_missing");
}

import type { InputOf } from "@passerelle/contracts/http";
import type { Site, siteCreate } from "@passerelle/contracts/sites";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { zoneColumn } from "./holiday-zones.ts";
import { canManagePlaces } from "./sites.policy.ts";
import { presentSite, siteFields } from "./sites.present.ts";
import { siteNameTaken } from "./sites.queries.ts";

/** Adds a place where the provider teaches, in metropolitan France unless said. */
export async function createSite(ctx: Ctx, body: InputOf<typeof siteCreate>["body"]): Promise<Site> {
  try {
    return await transaction(ctx, async (ctx) => {
      authorize(canManagePlaces(ctx.actor));
      const { name, addressLines = [], holidayZone = "metropole" } = body;
      const row = await ctx.db.site.create({ data: { name, addressLines, holidayZone: zoneColumn(holidayZone) } });
      await append(ctx, { type: "site.created", entityId: row.id, to: siteFields(row) });
      return presentSite(ctx.actor, row);
    });
  } catch (error) {
    throw siteNameTaken(error, body.name);
  }
}

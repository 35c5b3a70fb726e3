import type { InputOf } from "@passerelle/contracts/http";
import type { Site, siteUpdate } from "@passerelle/contracts/sites";
import { authorize } from "../../core/ability.ts";
import { changesOf } from "../../core/changes.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { zoneColumn } from "./holiday-zones.ts";
import { canManagePlaces } from "./sites.policy.ts";
import { presentSite, siteFields } from "./sites.present.ts";
import { lockSite, siteNameTaken } from "./sites.queries.ts";

/** Changes a site; what the body leaves out stays. */
export async function updateSite(
  ctx: Ctx,
  siteId: string,
  body: InputOf<typeof siteUpdate>["body"],
  ifMatch: IfMatch,
): Promise<Site> {
  try {
    return await transaction(ctx, async (ctx) => {
      const row = await lockSite(ctx, siteId);
      authorize(canManagePlaces(ctx.actor));
      await checkVersion(ifMatch, "accepted", row.version, () => presentSite(ctx.actor, row));
      const before = siteFields(row);
      const after = { ...before, ...body };
      const changes = changesOf(before, after);
      if (changes === null) return presentSite(ctx.actor, row);
      const changed = await ctx.db.site.update({
        where: { id: row.id },
        data: { ...after, holidayZone: zoneColumn(after.holidayZone), version: { increment: 1 } },
      });
      await append(ctx, { type: "site.changed", entityId: row.id, ...changes });
      return presentSite(ctx.actor, changed);
    });
  } catch (error) {
    throw siteNameTaken(error, body.name);
  }
}

import type { Closure } from "@passerelle/contracts/closures";
import type { Closure as Row } from "../../generated/prisma/client.ts";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { canManageClosures } from "./closures.policy.ts";

export function presentClosure(actor: Actor, row: Row): Closure {
  return {
    id: row.id,
    from: fromColumn(row.from),
    to: fromColumn(row.to),
    label: row.label,
    version: row.version,
    can: { delete: canManageClosures(actor) },
  };
}

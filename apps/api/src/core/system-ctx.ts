import { system } from "./actor.ts";
import type { Ctx, Logger } from "./ctx.ts";
import type { Database } from "./db.ts";
import { houseTypesetter } from "./typesetter.ts";

export const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The ctx of Passerelle itself, outside any request: command line, reference data, demo data. */
export function systemCtx(database: Database, now: Temporal.Instant, log: Logger = quiet): Ctx {
  return {
    db: database.prisma,
    client: database.prisma,
    pool: database.pool,
    actor: system,
    now,
    locale: "fr",
    requestId: null,
    publicUrl: "",
    log,
    typesetter: houseTypesetter,
    answer: null,
  };
}

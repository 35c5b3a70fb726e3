import { z } from "zod";

// Apart from the contracts that use them: the addresses of the web name these states, and load nothing more for it.

/** Follows from the dates and today's day; only `cancelled` is said by someone. */
export const cohortState = z
  .enum(["upcoming", "registering", "running", "finished", "cancelled"])
  .meta({ id: "CohortState" });
export type CohortState = z.infer<typeof cohortState>;

/** `invited`: no password chosen yet. */
export const userState = z.enum(["invited", "active", "deactivated"]).meta({ id: "UserState" });
export type UserState = z.infer<typeof userState>;

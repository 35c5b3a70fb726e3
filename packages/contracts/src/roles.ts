import { z } from "zod";

/** What a person with an account may be; rights of several roles add up. */
export const roles = ["admin", "referent", "trainer", "examiner", "trainee"] as const;
export const role = z.enum(roles).meta({ id: "Role" });
export type Role = z.infer<typeof role>;

/** The resources an API key's scopes are made of. */
export const scopeResources = [
  "programmes",
  "cohorts",
  "sessions",
  "resources",
  "people",
  "enrolments",
  "stage-hours",
  "ccp-results",
  "documents",
  "events",
] as const;
export type ScopeResource = (typeof scopeResources)[number];

/** `resource:read`, `resource:write` (which includes reading), or `*` for all. */
export const scopes = [
  "*",
  ...scopeResources.flatMap((resource) => [`${resource}:read`, `${resource}:write`] as const),
] as const;
export const scope = z.enum(scopes).meta({
  id: "Scope",
  description:
    "`sessions:read` reads published plans; drafts, and repairs of them, take `sessions:write`. `events:read` reads the whole log: " +
    "changes only drafted, and people, too.",
});
export type Scope = z.infer<typeof scope>;

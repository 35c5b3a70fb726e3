import { z } from "zod";

// Apart from the contracts that use them: an address of the web names a kind, and loads nothing more for it.

/** The kinds of thing events are about, as people look for them. A plan is changed in its `draft`, then published. */
export const eventKind = z
  .enum([
    "publication",
    "draft",
    "cohort",
    "enrolment",
    "stage",
    "result",
    "person",
    "account",
    "sign-in",
    "resource",
    "calendar",
    "programme",
    "provider",
  ])
  .meta({ id: "EventKind" });
export type EventKind = z.infer<typeof eventKind>;

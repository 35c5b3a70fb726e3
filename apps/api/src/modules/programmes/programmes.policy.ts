import type { Prisma } from "../../generated/prisma/client.ts";
import { type Actor, seesEverything } from "../../core/actor.ts";

const nothing = { id: { in: [] } };

/** Trainers and trainees see the programme they take part in (G1): none until people are tied to cohorts. */
export function visibleProgrammes(actor: Actor): Prisma.ProgrammeWhereInput {
  return seesEverything(actor) ? {} : nothing;
}

export function visibleTitleVersions(actor: Actor): Prisma.TitleVersionWhereInput {
  return seesEverything(actor) ? {} : nothing;
}

export function visibleBlocks(actor: Actor): Prisma.CompetencyBlockWhereInput {
  return seesEverything(actor) ? {} : nothing;
}

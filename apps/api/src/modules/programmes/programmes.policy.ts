import type { Prisma } from "../../generated/prisma/client.ts";
import { type Actor, seesEverything } from "../../core/actor.ts";
import { visibleCohorts } from "../cohorts/cohorts.policy.ts";

/** Those who do not see everything see the programmes of the cohorts they see (G1), with their edition and blocks. */
export function visibleProgrammes(actor: Actor): Prisma.ProgrammeWhereInput {
  return seesEverything(actor) ? {} : { cohorts: { some: visibleCohorts(actor) } };
}

export function visibleTitleVersions(actor: Actor): Prisma.TitleVersionWhereInput {
  return seesEverything(actor) ? {} : { programmes: { some: visibleProgrammes(actor) } };
}

export function visibleBlocks(actor: Actor): Prisma.CompetencyBlockWhereInput {
  return seesEverything(actor) ? {} : { programmes: { some: { programme: visibleProgrammes(actor) } } };
}

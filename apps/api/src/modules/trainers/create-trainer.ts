import type { InputOf } from "@passerelle/contracts/http";
import type { Trainer, trainerCreate } from "@passerelle/contracts/trainers";
import { authorize } from "../../core/ability.ts";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { createStaff } from "../people/create-staff.ts";
import { visiblePeople } from "../people/people.policy.ts";
import { canManageTrainers } from "./trainers.policy.ts";
import { presentTrainer, trainerFields } from "./trainers.present.ts";
import { competencyRows, findTrainer, unknownCompetencies } from "./trainers.queries.ts";

type Body = InputOf<typeof trainerCreate>["body"];

/** Makes somebody known, or somebody new by their names, a trainer. */
export function createTrainer(ctx: Ctx, body: Body): Promise<Trainer> {
  return transaction(ctx, async (ctx) => {
    authorize(canManageTrainers(ctx.actor));
    const faults = [...(await unknownPerson(ctx, body)), ...(await unknownCompetencies(ctx, body.competencyIds))];
    if (faults.length > 0) throw new ApiError("resource_invalid", { errors: faults });
    const personId = await whose(ctx, body);
    const { id } = await ctx.db.trainer.create({
      data: { personId, competencies: { create: competencyRows(body.competencyIds) } },
      select: { id: true },
    });
    const row = await findTrainer(ctx, id);
    await append(ctx, { type: "trainer.added", entityId: id, to: { personId, ...trainerFields(row) } });
    return presentTrainer(ctx.actor, row);
  });
}

async function unknownPerson(ctx: Ctx, { personId }: Body): Promise<FaultText[]> {
  if (personId === undefined) return [];
  const where = { AND: [{ id: personId }, visiblePeople(ctx.actor)] };
  if ((await ctx.db.person.count({ where })) > 0) return [];
  const detail = { fr: "Cette personne n’existe pas.", en: "There is no such person." };
  return [{ pointer: "/personId", code: "unknown_person", detail }];
}

/** Who it is. Two who make one person a trainer at once wait for each other here, so that the second can name the first. */
async function whose(ctx: Ctx, { personId, givenName = "", usualName = "", email }: Body): Promise<string> {
  if (personId === undefined) return createStaff(ctx, { givenName, usualName }, email);
  await ctx.db.$queryRaw`select 1 from person where id = ${personId}::uuid for no key update`;
  const known = await ctx.db.trainer.findUnique({ where: { personId }, select: { id: true } });
  if (known === null) return personId;
  const detail = {
    fr: "Cette personne enseigne déjà ici. Ouvrez sa fiche.",
    en: "This person already teaches here. Open their record.",
  };
  const errors = [{ pointer: "/personId", code: "already_exists", detail }];
  throw new ApiError("already_exists", { detail, errors, facts: { trainerId: known.id } });
}

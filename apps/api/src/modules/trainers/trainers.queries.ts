import type { InputOf } from "@passerelle/contracts/http";
import type { trainerList } from "@passerelle/contracts/trainers";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import { type FaultText, notFound } from "../../core/api-error.ts";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { inOrderOf, placeOf, placeText } from "../../http/paging.ts";
import { nameMatches } from "../people/people-search.ts";
import { visibleTrainers, visibleTrainersSql } from "./trainers.policy.ts";

const include = {
  person: { include: { user: { select: { id: true, email: true } } } },
  competencies: {
    include: { competency: { include: { block: { include: { titleVersion: { select: { code: true } } } } } } },
    orderBy: [
      { competency: { block: { titleVersion: { inForceFrom: "asc" } } } },
      { competency: { block: { titleVersion: { code: "asc" } } } },
      { competency: { block: { position: "asc" } } },
      { competency: { position: "asc" } },
      { competencyId: "asc" },
    ],
  },
} satisfies Prisma.TrainerInclude;
export type TrainerRow = Prisma.TrainerGetPayload<{ include: typeof include }>;

/** The trainer if the caller may see them, else 404. */
export async function findTrainer(ctx: Ctx, trainerId: string): Promise<TrainerRow> {
  const row = await ctx.db.trainer.findFirst({
    where: { AND: [{ id: trainerId }, visibleTrainers(ctx.actor)] },
    include,
  });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever changes a trainer goes through here. */
export async function lockTrainer(ctx: Ctx, trainerId: string): Promise<TrainerRow> {
  await ctx.db.$queryRaw`select 1 from trainer where id = ${trainerId}::uuid for update`;
  return findTrainer(ctx, trainerId);
}

const place = z.object({ name: placeText, id: z.uuid() });

/** One row more than the limit, by name. */
export async function listTrainers(ctx: Ctx, query: InputOf<typeof trainerList>["query"]): Promise<TrainerRow[]> {
  const after = placeOf(query.cursor, place);
  const conditions = [visibleTrainersSql(ctx.actor)];
  if (after) conditions.push(Prisma.sql`(p.name_key, t.id) > (${after.name}, ${after.id}::uuid)`);
  if (query.search) conditions.push(nameMatches(query.search));
  if (query.retired === "without") conditions.push(Prisma.sql`(t.retired_on > ${today(ctx)}::date) is not false`);
  if (query.blockId) {
    conditions.push(Prisma.sql`exists (
      select 1 from trainer_competency taught join competency on competency.id = taught.competency_id
      where taught.trainer_id = t.id and competency.block_id = ${query.blockId}::uuid)`);
  }
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select t.id from trainer t join person p on p.id = t.person_id where ${Prisma.join(conditions, " and ")}
    order by p.name_key, t.id limit ${query.limit + 1}`;
  const rows = await ctx.db.trainer.findMany({ where: { id: { in: found.map(({ id }) => id) } }, include });
  return inOrderOf(found, rows);
}

/** Where the next page begins after this row. */
export function placeAfter({ person, id }: TrainerRow): z.infer<typeof place> {
  return { name: person.nameKey, id };
}

/** The faults of a body that names competencies which do not exist; no import takes away the others meanwhile. */
export async function unknownCompetencies(ctx: Ctx, competencyIds: readonly string[]): Promise<FaultText[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select id from competency where id = any(${competencyIds}::uuid[]) order by id for key share`;
  const known = new Set(rows.map(({ id }) => id));
  const detail = { fr: "Cette compétence n’existe pas.", en: "There is no such competency." };
  return competencyIds.flatMap((id, index) =>
    known.has(id.toLowerCase()) ? [] : [{ pointer: `/competencyIds/${index}`, code: "unknown_competency", detail }],
  );
}

/** The rows that say what a trainer teaches, each competency once. */
export function competencyRows(competencyIds: readonly string[]): { competencyId: string }[] {
  return [...new Set(competencyIds.map((id) => id.toLowerCase()))].map((competencyId) => ({ competencyId }));
}

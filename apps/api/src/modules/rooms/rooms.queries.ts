import type { InputOf } from "@passerelle/contracts/http";
import type { roomList } from "@passerelle/contracts/rooms";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import { ApiError, notFound } from "../../core/api-error.ts";
import { today } from "../../core/civil-day.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import type { Ctx } from "../../core/ctx.ts";
import { foldedSql } from "../../core/folded-sql.ts";
import { inOrderOf, placeOf, placeText } from "../../http/paging.ts";

const include = { site: { select: { name: true } } } satisfies Prisma.RoomInclude;
export type RoomRow = Prisma.RoomGetPayload<{ include: typeof include }>;

export async function findRoom(ctx: Ctx, roomId: string): Promise<RoomRow> {
  const row = await ctx.db.room.findUnique({ where: { id: roomId }, include });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever changes a room goes through here. */
export async function lockRoom(ctx: Ctx, roomId: string): Promise<RoomRow> {
  await ctx.db.$queryRaw`select 1 from room where id = ${roomId}::uuid for update`;
  return findRoom(ctx, roomId);
}

const place = z.object({ name: placeText, id: z.uuid() });
const byName = foldedSql(Prisma.sql`r.name`);

/** One row more than the limit, by name, case and accents apart. */
export async function listRooms(ctx: Ctx, query: InputOf<typeof roomList>["query"]): Promise<RoomRow[]> {
  const after = placeOf(query.cursor, place);
  const conditions = [Prisma.sql`true`];
  if (after) {
    const name = foldedSql(Prisma.sql`${after.name}`);
    conditions.push(Prisma.sql`(${byName}, r.id) > (${name}, ${after.id}::uuid)`);
  }
  if (query.siteId) conditions.push(Prisma.sql`r.site_id = ${query.siteId}::uuid`);
  if (query.minCapacity) conditions.push(Prisma.sql`r.capacity >= ${query.minCapacity}`);
  if (query.accessible) conditions.push(Prisma.sql`r.accessible = ${query.accessible === "true"}`);
  if (query.equipment) conditions.push(holds(query.equipment));
  if (query.retired === "without") conditions.push(Prisma.sql`(r.retired_on > ${today(ctx)}::date) is not false`);
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select r.id from room r where ${Prisma.join(conditions, " and ")}
    order by ${byName}, r.id limit ${query.limit + 1}`;
  const rows = await ctx.db.room.findMany({ where: { id: { in: found.map(({ id }) => id) } }, include });
  return inOrderOf(found, rows);
}

/** Whether a room `r` holds a thing. */
function holds(thing: string): Prisma.Sql {
  const wanted = foldedSql(Prisma.sql`${thing}`);
  return Prisma.sql`exists (select 1 from unnest(r.equipment) thing where ${foldedSql(Prisma.sql`thing`)} = ${wanted})`;
}

/** Where the next page begins after this row. */
export function placeAfter({ name, id }: RoomRow): z.infer<typeof place> {
  return { name, id };
}

/** 409 when the write failed because another room of the site has this name. */
export function roomNameTaken(error: unknown, name: string | undefined): unknown {
  if (violatedConstraint(error) !== "room_site_id_name_key") return error;
  const detail = {
    fr: `Une salle de ce site s’appelle déjà « ${name} ». Choisissez un autre nom.`,
    en: `A room of this site is already called “${name}”. Choose another name.`,
  };
  return new ApiError("already_exists", { detail, errors: [{ pointer: "/name", code: "already_exists", detail }] });
}

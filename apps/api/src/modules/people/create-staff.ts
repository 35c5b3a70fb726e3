import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { keysOf } from "./person-keys.ts";

export interface Staff {
  readonly givenName: string;
  readonly usualName: string;
}

/** Somebody known by name alone; inside a transaction. */
export async function createStaff(ctx: Ctx, { givenName, usualName }: Staff, email?: string): Promise<string> {
  const keys = keysOf({ givenName, usualName, birthName: null, birthDate: null });
  const fields = { givenName, usualName, ...(email !== undefined && { email }) };
  const { id } = await ctx.db.person.create({ data: { ...fields, ...keys }, select: { id: true } });
  await append(ctx, { type: "person.created", entityId: id, to: fields });
  return id;
}

import type { InputOf, ResponseOf } from "@passerelle/contracts/http";
import type { PersonSummary, personCreate } from "@passerelle/contracts/people";
import { authorize } from "../../core/ability.ts";
import { toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkIdentity, checkPerson } from "./check-person.ts";
import { canManagePeople } from "./people.policy.ts";
import { presentPerson, presentPersonSummary } from "./people.present.ts";
import { findPerson } from "./people.queries.ts";
import { keysOf } from "./person-keys.ts";

/** The namesakes told of at most. */
const namesakesTold = 20;

/** Adds a person nobody here is yet (A2), and tells who bears the same name. */
export function createPerson(
  ctx: Ctx,
  body: InputOf<typeof personCreate>["body"],
): Promise<ResponseOf<typeof personCreate>> {
  return transaction(ctx, async (ctx) => {
    authorize(canManagePeople(ctx.actor));
    const fields = { ...body, usualName: body.usualName ?? body.birthName };
    checkPerson(ctx, fields);
    const keys = keysOf(fields);
    await checkIdentity(ctx, keys.identityKey);
    const sameName = await namesakes(ctx, keys.nameKey);
    const { id } = await ctx.db.person.create({
      data: { ...fields, ...keys, birthDate: toColumn(fields.birthDate) },
      select: { id: true },
    });
    await append(ctx, { type: "person.created", entityId: id, to: fields });
    return { ...presentPerson(ctx.actor, await findPerson(ctx, id)), sameName };
  });
}

async function namesakes(ctx: Ctx, nameKey: string): Promise<PersonSummary[]> {
  const rows = await ctx.db.person.findMany({ where: { nameKey }, orderBy: { id: "asc" }, take: namesakesTold });
  return rows.map(presentPersonSummary);
}

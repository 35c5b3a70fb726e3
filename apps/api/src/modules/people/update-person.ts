import type { InputOf } from "@passerelle/contracts/http";
import type { Person, personUpdate } from "@passerelle/contracts/people";
import { authorize } from "../../core/ability.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { checkIdentity, checkPerson } from "./check-person.ts";
import { canManagePeople } from "./people.policy.ts";
import { presentPerson } from "./people.present.ts";
import { findPerson, lockPerson, type PersonRow } from "./people.queries.ts";
import { keysOf } from "./person-keys.ts";

/** Corrects a person; what the body leaves out stays, and nobody becomes somebody else known here (A2). */
export function updatePerson(
  ctx: Ctx,
  personId: string,
  body: InputOf<typeof personUpdate>["body"],
  ifMatch: IfMatch,
): Promise<Person> {
  return transaction(ctx, async (ctx) => {
    const row = await lockPerson(ctx, personId);
    authorize(canManagePeople(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentPerson(ctx.actor, row));
    const before = fieldsOf(row);
    const after = { ...before, ...body };
    checkPerson(ctx, after);
    const changed = Object.keys(after).filter((key) => after[key as keyof Fields] !== before[key as keyof Fields]); // as: its own keys
    if (changed.length === 0) return presentPerson(ctx.actor, row);
    const keys = keysOf(after);
    await checkIdentity(ctx, keys.identityKey, row.id);
    await ctx.db.person.update({
      where: { id: row.id },
      data: { ...after, ...keys, birthDate: after.birthDate && toColumn(after.birthDate), version: { increment: 1 } },
    });
    const [from, to] = [pick(before, changed), pick(after, changed)];
    await append(ctx, { type: "person.changed", entityId: row.id, from, to });
    return presentPerson(ctx.actor, await findPerson(ctx, row.id));
  });
}

type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf(row: PersonRow) {
  return {
    givenName: row.givenName,
    usualName: row.usualName,
    birthName: row.birthName,
    birthDate: row.birthDate && fromColumn(row.birthDate),
    birthPlace: row.birthPlace,
    email: row.email,
    phone: row.phone,
    postcode: row.postcode,
    city: row.city,
  };
}

function pick(fields: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)));
}

import type { InputOf } from "@passerelle/contracts/http";
import type { User, userInvite } from "@passerelle/contracts/users";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { post } from "../../core/outbox.ts";
import { transaction } from "../../core/transaction.ts";
import { createUser } from "../accounts/create-user.ts";
import { findNamedPerson } from "../people/people.queries.ts";
import { canManageUsers } from "./users.policy.ts";
import { presentUser } from "./users.present.ts";
import { findUser } from "./users.queries.ts";

/** Opens an account for somebody new or known, and posts the letter whose link chooses its password. */
export function inviteUser(ctx: Ctx, body: InputOf<typeof userInvite>["body"]): Promise<User> {
  return transaction(ctx, async (ctx) => {
    authorize(canManageUsers(ctx.actor));
    const { email, roles } = body;
    const { userId } = await createUser(ctx, { email, roles, ...(await whose(ctx, body.person)) });
    await append(ctx, { type: "user.invited", entityId: userId, to: { email, roles } });
    await post(ctx, "invitation", { userId });
    return presentUser(ctx, await findUser(ctx, userId));
  });
}

async function whose(ctx: Ctx, person: InputOf<typeof userInvite>["body"]["person"]) {
  if (person.kind === "new") return { givenName: person.givenName, usualName: person.usualName };
  const { id } = await findNamedPerson(ctx, person.personId, "/person/personId");
  return { personId: id };
}

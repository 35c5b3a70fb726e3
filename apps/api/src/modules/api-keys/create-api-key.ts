import type { Scope } from "@passerelle/contracts/roles";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { newSecret } from "../../core/tokens.ts";
import { transaction } from "../../core/transaction.ts";

const prefix = "pass_";
/** How much of a key stays readable in lists. */
const readable = prefix.length + 6;

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: until revoked. */
  readonly expiresAt: Temporal.Instant | null;
}

/** Makes an API key; the secret is told once and only its hash is stored. */
export function createApiKey(ctx: Ctx, key: NewApiKey): Promise<{ id: string; secret: string }> {
  const { secret, hash } = newSecret(prefix);
  return transaction(ctx, async (ctx) => {
    const { id } = await ctx.db.accessToken.create({
      data: {
        kind: "api_key",
        hash,
        name: key.name,
        prefix: secret.slice(0, readable),
        scopes: [...key.scopes],
        expiresAt: key.expiresAt && new Date(key.expiresAt.epochMilliseconds),
      },
      select: { id: true },
    });
    await append(ctx, { type: "api-key.created", entityId: id, to: { name: key.name, scopes: key.scopes } });
    return { id, secret };
  });
}

import { createApiKey } from "@passerelle/api/modules/api-keys/create-api-key";
import { listApiKeys, type ApiKeyRow } from "@passerelle/api/modules/api-keys/api-keys.queries";
import { revokeApiKey } from "@passerelle/api/modules/api-keys/revoke-api-key";
import { scopes } from "@passerelle/contracts/roles";
import { eachOf, readOptions, required } from "./options.ts";
import { UsageError } from "./usage-error.ts";
import { withCtx } from "./with-database.ts";

export async function apiKey([verb, ...args]: readonly string[]): Promise<void> {
  switch (verb) {
    case "create":
      return create(args);
    case "list":
      return list(args);
    case "revoke":
      return revoke(args);
    default:
      throw new UsageError("apikey takes create, list or revoke.");
  }
}

async function create(args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    name: { type: "string" },
    scopes: { type: "string" },
    expires: { type: "string" },
  });
  const name = required(options.name, "name");
  const chosen = eachOf(options.scopes?.split(",").map((scope) => scope.trim()) ?? [], scopes, "scopes");
  const expiresAt = options.expires === undefined ? null : endOf(options.expires);
  const { secret } = await withCtx((ctx) => createApiKey(ctx, { name, scopes: chosen, expiresAt }));
  console.log(`The key "${name}" (${chosen.join(", ")}) works until ${options.expires ?? "it is revoked"}.`);
  console.log("It is shown only this once:");
  console.log(secret);
}

async function list(args: readonly string[]): Promise<void> {
  readOptions(args, {});
  const rows = await withCtx(listApiKeys);
  if (rows.length === 0) console.log("There is no key.");
  for (const row of rows) console.log(describe(row));
}

async function revoke([key, ...rest]: readonly string[]): Promise<void> {
  if (key === undefined || rest.length > 0) throw new UsageError("apikey revoke takes one key.");
  const { name } = await withCtx((ctx) => revokeApiKey(ctx, key));
  console.log(`The key "${name}" no longer works.`);
}

function describe({ id, name, prefix, scopes: granted, expiresAt, lastUsedOn, revokedAt }: ApiKeyRow): string {
  const day = (date: Date | null, none: string) => date?.toISOString().slice(0, 10) ?? none;
  const state = revokedAt === null ? `until ${day(expiresAt, "revoked")}` : `revoked on ${day(revokedAt, "")}`;
  return `${id}  ${prefix}…  ${name}  [${granted.join(", ")}]  ${state}  last used ${day(lastUsedOn, "never")}`;
}

/** The end of a civil day where the training is. */
function endOf(text: string): Temporal.Instant {
  try {
    return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime("Europe/Paris").toInstant();
  } catch {
    throw new UsageError(`--expires is "${text}", but must be a day such as 2027-12-31.`);
  }
}

import { createInterface } from "node:readline";
import { createUser as create } from "@passerelle/api/modules/accounts/create-user";
import { roles } from "@passerelle/contracts/roles";
import { z } from "zod";
import { eachOf, readOptions, required } from "./options.ts";
import { UsageError } from "./usage-error.ts";
import { withCtx } from "./with-database.ts";

const MIN_PASSWORD = 12;

export async function createUser(args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    role: { type: "string", multiple: true },
    email: { type: "string" },
    "given-name": { type: "string" },
    "usual-name": { type: "string" },
    "password-stdin": { type: "boolean" },
  });
  const email = z.email().safeParse(required(options.email, "email"));
  if (!email.success) throw new UsageError(`--email is "${options.email}", but must be an e-mail address.`);
  const user = {
    email: email.data,
    givenName: required(options["given-name"], "given-name"),
    usualName: required(options["usual-name"], "usual-name"),
    roles: eachOf(options.role ?? [], roles, "role"),
    password: options["password-stdin"] === true ? await readPassword() : undefined,
  };
  await withCtx((ctx) => create(ctx, user));
  const next =
    user.password === undefined ? 'They choose a password by "mot de passe oublié" on the sign-in page.' : "";
  console.log(
    `${user.givenName} ${user.usualName} (${user.roles.join(", ")}) can sign in as ${user.email}. ${next}`.trim(),
  );
}

async function readPassword(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.length >= MIN_PASSWORD) return line;
    break;
  }
  throw new UsageError(`The password must have ${MIN_PASSWORD} characters or more.`);
}

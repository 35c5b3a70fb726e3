import { signInCreate } from "@passerelle/contracts/account";
import type { Role } from "@passerelle/contracts/roles";
import { createUser } from "../src/modules/accounts/create-user.ts";
import type { Answer, Client, TestApp } from "./client.ts";

export const password = "une longue phrase de passe";

export interface Account {
  readonly userId: string;
  readonly email: string;
}

/** An account that signs in with `password`. */
export async function anAccount({ ctx }: TestApp, ...roles: Role[]): Promise<Account> {
  const email = `${crypto.randomUUID()}@exemple.test`;
  const { userId } = await createUser(ctx, { email, givenName: "Camille", usualName: "Exemple", roles, password });
  return { userId, email };
}

export function signIn(app: TestApp, email: string, secret = password): Promise<Answer> {
  return app.anonymous(signInCreate, { body: { email, password: secret } });
}

/** A client that carries the cookie a sign-in answered with. */
export async function signedIn(app: TestApp, email: string, secret = password): Promise<Client> {
  const { headers } = await signIn(app, email, secret);
  return app.with({ cookie: String(headers["set-cookie"]).split(";")[0] ?? "" });
}

/** Moves the application's clock this many minutes after its first instant. */
export function minutesLater(app: TestApp, minutes: number): void {
  app.setNow(
    Temporal.Instant.from("2017-05-02T10:00:00Z")
      .add({ seconds: minutes * 60 })
      .toString(),
  );
}

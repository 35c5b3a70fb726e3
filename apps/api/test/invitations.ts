import { invitationAccept, userInvite } from "@passerelle/contracts/users";
import { password } from "./accounts.ts";
import type { Answer, Client, TestApp } from "./client.ts";

export function anAddress(): string {
  return `${crypto.randomUUID()}@exemple.test`;
}

/** The administrator invites somebody new, as a trainer unless said otherwise. */
export function invite(admin: Client, changes: object = {}): Promise<Answer> {
  const person = { kind: "new", givenName: "Sacha", usualName: "Exemple" };
  return admin(userInvite, { body: { email: anAddress(), roles: ["trainer"], person, ...changes } });
}

/** Has the post delivered, and takes the token out of the last invitation to an address. */
export async function invitationTo(app: TestApp, email: string): Promise<string> {
  await app.deliver();
  const letter = app.mails.findLast(({ to }) => to === email);
  return /\/invitation#([\w-]{43})\n/.exec(letter?.text ?? "")?.[1] ?? "missing";
}

export function accept(app: TestApp, token: string, chosen = password): Promise<Answer> {
  return app.anonymous(invitationAccept, { body: { token, password: chosen } });
}

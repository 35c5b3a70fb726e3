import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { newSecret } from "../../core/tokens.ts";
import { transaction } from "../../core/transaction.ts";
import { findActiveUser, type UserRow } from "./accounts.queries.ts";

const linkMinutes = 60;
/** An address is sent this many links an hour at most. */
const linksAnHour = 3;

/** Mails a link to choose a new password, valid an hour and once; an unknown address gets none and the same answer. */
export async function requestPasswordReset(ctx: Ctx, { email }: { email: string }): Promise<undefined> {
  const user = await findActiveUser(ctx, email);
  if (user === null) return;
  const secret = await openReset(ctx, user);
  if (secret === null) return;
  const link = `${ctx.publicUrl.replace(/\/$/, "")}/reset-password#${secret}`;
  // Not awaited: how long the mail takes must not tell which addresses exist.
  void ctx.mail.send({ to: user.email, ...letter(ctx, user, link) }).catch((error: unknown) => {
    ctx.log.error({ err: error }, "the password mail could not be sent");
  });
}

function openReset(ctx: Ctx, user: UserRow): Promise<string | null> {
  return transaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`select 1 from user_account where id = ${user.id}::uuid for update`; // asked twice at once
    const now = ctx.now.epochMilliseconds;
    const hourAgo = new Date(now - 3_600_000);
    const recent = await ctx.db.accessToken.count({
      where: { userId: user.id, kind: "password_reset", createdAt: { gt: hourAgo } },
    });
    if (recent >= linksAnHour) return null;
    const { secret, hash } = newSecret();
    await ctx.db.accessToken.create({
      data: {
        kind: "password_reset",
        hash,
        userId: user.id,
        createdAt: new Date(now),
        expiresAt: new Date(now + linkMinutes * 60_000),
      },
    });
    await append(ctx, { type: "user.password-reset-requested", entityId: user.id });
    return secret;
  });
}

function letter(ctx: Ctx, user: UserRow, link: string): { subject: string; text: string } {
  if (ctx.locale === "en") {
    return {
      subject: "Choose a new password",
      text: `Hello ${user.person.givenName},\n\nTo choose a new Passerelle password, open this link within the hour:\n\n${link}\n\nYou asked for nothing? Ignore this message: your password stays the same.\n`,
    };
  }
  return {
    subject: "Choisir un nouveau mot de passe",
    text: `Bonjour ${user.person.givenName},\n\nPour choisir un nouveau mot de passe Passerelle, ouvrez ce lien dans l’heure :\n\n${link}\n\nVous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.\n`,
  };
}

import type { Letter } from "../../core/outbox.ts";
import { openLink } from "./secret-link.ts";

/** The link to choose a new password, valid an hour and once. Facts: userId, whom perhaps nobody has. */
export const passwordReset: Letter = async (ctx, { userId = "" }) => {
  const user = await ctx.db.user.findFirst({
    where: { id: userId, deactivatedAt: null },
    include: { person: true },
  });
  if (user === null) return null;
  const link = await openLink(ctx, { kind: "password_reset", userId, page: "/reset-password", validMinutes: 60 });
  if (ctx.locale === "en") {
    return {
      to: user.email,
      subject: "Choose a new password",
      text: `Hello ${user.person.givenName},\n\nTo choose a new Passerelle password, open this link within the hour:\n\n${link}\n\nYou asked for nothing? Ignore this message: your password stays the same.\n`,
    };
  }
  return {
    to: user.email,
    subject: "Choisir un nouveau mot de passe",
    text: `Bonjour ${user.person.givenName},\n\nPour choisir un nouveau mot de passe Passerelle, ouvrez ce lien dans l’heure :\n\n${link}\n\nVous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.\n`,
  };
};

import type { Letter } from "../../core/outbox.ts";
import { endInvitations } from "./end-invitations.ts";
import { openLink } from "./secret-link.ts";

const validDays = 14;

/** The link by which a new account chooses its first password; it takes the place of earlier ones. Facts: userId. */
export const invitation: Letter = async (ctx, { userId = "" }) => {
  await ctx.db.$queryRaw`select 1 from user_account where id = ${userId}::uuid for update`; // invited twice at once
  const user = await ctx.db.user.findFirst({
    where: { id: userId, deactivatedAt: null, passwordHash: null },
    include: { person: true },
  });
  if (user === null) return null;
  await endInvitations(ctx, userId);
  const link = await openLink(ctx, {
    kind: "invitation",
    userId,
    page: "/invitation",
    validMinutes: validDays * 1_440,
  });
  if (ctx.locale === "en") {
    return {
      to: user.email,
      subject: "Your Passerelle space is ready",
      text: `Hello ${user.person.givenName},\n\nYour training centre has opened a Passerelle space for you. Timetables, hours and results are all there.\n\nTo choose your password and sign in, open this link within ${validDays} days:\n\n${link}\n\nThe link works once and is yours alone: do not forward it. If it has expired, ask your training centre for another.\n`,
    };
  }
  return {
    to: user.email,
    subject: "Votre espace Passerelle est prêt",
    text: `Bonjour ${user.person.givenName},\n\nVotre centre de formation vous a ouvert un espace Passerelle. Les emplois du temps, les heures et les résultats s’y trouvent réunis.\n\nPour choisir votre mot de passe et vous connecter, ouvrez ce lien dans les ${validDays} jours :\n\n${link}\n\nCe lien ne sert qu’une fois et n’est que pour vous : ne le transférez pas. S’il a expiré, demandez-en un autre à votre centre de formation.\n`,
  };
};

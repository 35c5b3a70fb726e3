import type { Ctx } from "../../core/ctx.ts";
import type { Letter } from "../../core/outbox.ts";

/** Who is told of a result: its person, by the account that opens it. Null when there is none any more. */
async function readerOf({ db }: Ctx, ccpResultId: string | undefined) {
  const result = await db.ccpResult.findFirst({
    where: { id: ccpResultId ?? "", publishedOn: { not: null }, person: { user: { deactivatedAt: null } } },
    include: { person: { include: { user: { select: { email: true } } } } },
  });
  if (result === null || result.person.user === null) return null;
  return { to: result.person.user.email, name: result.person.givenName, isAnnulled: result.annulledOn !== null };
}

function pathOf({ publicUrl }: Ctx): string {
  return `${publicUrl.replace(/\/$/, "")}/path`;
}

/** A result can be read. What it is stays behind the sign-in: mail is read by others. Facts: ccpResultId. */
export const ccpResultPublished: Letter = async (ctx, { ccpResultId }) => {
  const reader = await readerOf(ctx, ccpResultId);
  if (reader === null || reader.isAnnulled) return null; // annulled before this left: its own letter tells
  const { to, name } = reader;
  if (ctx.locale === "en") {
    return {
      to,
      subject: "A result is available",
      text: `Hello ${name},\n\nA result of your certification has just been published. Sign in to read it in your path:\n\n${pathOf(ctx)}\n\nAny question about it? Your training centre will answer.\n`,
    };
  }
  return {
    to,
    subject: "Un résultat est disponible",
    text: `Bonjour ${name},\n\nUn résultat de votre certification vient d’être publié. Connectez-vous pour le lire dans votre parcours :\n\n${pathOf(ctx)}\n\nUne question à son sujet ? Votre centre de formation vous répondra.\n`,
  };
};

/** A published result was wrong: it is read with the reason of its annulment. Facts: ccpResultId. */
export const ccpResultAnnulled: Letter = async (ctx, { ccpResultId }) => {
  const reader = await readerOf(ctx, ccpResultId);
  if (reader === null) return null;
  const { to, name } = reader;
  if (ctx.locale === "en") {
    return {
      to,
      subject: "A result has been annulled",
      text: `Hello ${name},\n\nA published result of your certification has been annulled. Sign in to read the reason in your path:\n\n${pathOf(ctx)}\n\nAny question about it? Your training centre will answer.\n`,
    };
  }
  return {
    to,
    subject: "Un résultat a été annulé",
    text: `Bonjour ${name},\n\nUn résultat publié de votre certification a été annulé. Connectez-vous pour en lire le motif dans votre parcours :\n\n${pathOf(ctx)}\n\nUne question à ce sujet ? Votre centre de formation vous répondra.\n`,
  };
};

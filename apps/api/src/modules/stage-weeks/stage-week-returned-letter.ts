import { weekFromMonday } from "@passerelle/domain/placement/iso-week";
import { fromColumn } from "../../core/civil-day.ts";
import type { Letter } from "../../core/outbox.ts";
import { text } from "../../core/wording.ts";

/**
 * That a week came back to its trainee, and where to correct it. The reason may speak of people: it stays on the site.
 * Nothing is sent once the week was submitted again. Facts: stageWeekId.
 */
export const stageWeekReturned: Letter = async (ctx, { stageWeekId = "" }) => {
  const row = await ctx.db.stageWeek.findFirst({
    where: {
      id: stageWeekId,
      returnedReason: { not: null },
      enrolment: { person: { user: { deactivatedAt: null } } },
    },
    include: { enrolment: { include: { person: { include: { user: true } } } } },
  });
  const person = row?.enrolment.person;
  if (row === null || !person?.user) return null;
  const monday = fromColumn(row.monday);
  const link = `${ctx.publicUrl.replace(/\/$/, "")}/stage?week=${weekFromMonday(monday)}`;
  const subject = text(({ day }) => ({
    fr: `Votre semaine de stage du ${day(monday)} est à corriger`,
    en: `Your placement week of ${day(monday)} needs correcting`,
  }));
  const body = text(({ day }) => ({
    fr: `Bonjour ${person.givenName},\n\nVotre référente vous a renvoyé la semaine de stage du ${day(monday)} : ses heures ne comptent pas pour l’instant.\n\nLisez pourquoi, corrigez la semaine et envoyez-la de nouveau ici :\n\n${link}\n`,
    en: `Hello ${person.givenName},\n\nYour referent has returned the placement week of ${day(monday)} to you: for now, its hours do not count.\n\nRead why, correct the week and submit it again here:\n\n${link}\n`,
  }));
  return { to: person.user.email, subject: subject[ctx.locale], text: body[ctx.locale] };
};

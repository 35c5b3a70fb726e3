import type { Ctx } from "../../core/ctx.ts";
import { type Letter, post } from "../../core/outbox.ts";
import type { Text } from "../../core/text.ts";
import { cohortInclude } from "../cohorts/cohorts.queries.ts";
import { namesIn } from "../plans/named-half-days.ts";
import { loadPlan } from "../plans/stored-plan.ts";
import { compareRows } from "./comparison.ts";
import { type Concerned, concernedBy } from "./concerned-people.ts";
import { rowsOfVersions } from "./version-rows.queries.ts";

interface Version {
  readonly cohortId: string;
  readonly number: number;
}

/** Queues one letter for each person whom a version concerns, in the language of the house. */
export async function postTimetables(
  ctx: Ctx,
  { cohortId, number }: Version,
  concerned: readonly Concerned[],
): Promise<void> {
  for (const { personId, email } of concerned) {
    if (email === null) continue;
    const facts = { cohortId, number: String(number), personId };
    await post({ ...ctx, locale: "fr" }, "timetable-published", facts);
  }
}

/**
 * What a version of a plan changes for somebody, as the preview said it before it was published. Nothing is sent to who
 * left meanwhile. Facts: cohortId, number, personId.
 */
export const timetablePublished: Letter = async (ctx, { cohortId = "", number = "", personId = "" }) => {
  const version = await ctx.db.planVersion.findUnique({
    where: { cohortId_number: { cohortId, number: Number(number) } },
    include: { cohort: { include: cohortInclude } },
  });
  if (version === null) return null;
  const rows = await rowsOfVersions(ctx, cohortId, [version.number - 1, version.number]);
  const { programme } = await loadPlan(ctx, version.cohort);
  const [before, after] = [rows.get(version.number - 1), rows.get(version.number)];
  if (before === undefined || after === undefined) return null;
  const comparison = compareRows(programme, before, after, await namesIn(ctx, [before, after]));
  const [person] = await concernedBy(ctx, cohortId, comparison, personId);
  if (person === undefined || person.email === null) return null;
  const isFirst = before.halfDays.length === 0;
  const subject = subjectOf(version.cohort.name, isFirst)[ctx.locale];
  return { to: person.email, subject, text: textOf(ctx, person, { note: version.note, isFirst }) };
};

function subjectOf(cohortName: string, isFirst: boolean): Text {
  return isFirst
    ? { fr: `Votre planning est publié (${cohortName})`, en: `Your timetable is published (${cohortName})` }
    : { fr: `Votre planning change (${cohortName})`, en: `Your timetable changes (${cohortName})` };
}

function textOf(
  ctx: Ctx,
  person: Concerned,
  { note, isFirst }: { readonly note: string | null; readonly isFirst: boolean },
): string {
  const words = {
    fr: {
      hello: `Bonjour ${person.givenName},`,
      changes: "Voici ce qui change pour vous :",
      where: "Votre planning à jour est ici :",
      help: "Une question ? Votre centre de formation vous répondra.",
    },
    en: {
      hello: `Hello ${person.givenName},`,
      changes: "This is what changes for you:",
      where: "Your up-to-date timetable is here:",
      help: "Any question? Your training centre will answer.",
    },
  }[ctx.locale];
  const lines = person.lines.map((line) => line[ctx.locale]);
  const changes = isFirst ? lines : [words.changes, lines.map((line) => `– ${line}`).join("\n")];
  const where = person.hasAccount ? [words.where, linkOf(ctx, person)] : [];
  const parts = [words.hello, ...(note === null ? [] : [note]), ...changes, ...where, words.help];
  return `${parts.join("\n\n")}\n`;
}

function linkOf({ publicUrl }: Ctx, { as }: Concerned): string {
  return `${publicUrl.replace(/\/$/, "")}${as.includes("trainee") ? "/timetable" : "/my-half-days"}`;
}

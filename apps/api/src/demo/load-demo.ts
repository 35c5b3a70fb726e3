import type { Role } from "@passerelle/contracts/roles";
import { today } from "../core/civil-day.ts";
import type { Ctx } from "../core/ctx.ts";
import { transaction } from "../core/transaction.ts";
import { createUser } from "../modules/accounts/create-user.ts";
import { updateTrainingProvider } from "../modules/training-provider/update-training-provider.ts";
import { loadCohort, pageCohort, runningCohort } from "./cohorts.ts";
import { loadDraft, publishRoomChange } from "./plan-changes.ts";
import { pageTrainees, runningTrainees } from "./people.ts";
import { declareAbsence, loadResources } from "./resources.ts";
import { loadTrainees } from "./trainees.ts";

export interface DemoAccount {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

const password = "demo-passerelle";

/** One account for each role; the people are invented. */
export const demoAccounts: readonly DemoAccount[] = [
  { role: "referent", email: "referente@exemple.test", password },
  { role: "admin", email: "administration@exemple.test", password },
  { role: "trainer", email: "formatrice@exemple.test", password },
  { role: "examiner", email: "jury@exemple.test", password },
  { role: "trainee", email: "stagiaire@exemple.test", password },
];

const givenNames: Record<Role, string> = {
  referent: "Camille",
  admin: "Dominique",
  trainer: "Sacha",
  examiner: "Maxence",
  trainee: "Amel",
};

/** A slow machine may take its time: nobody uses the application before its demo data are there. */
const longestMs = 120_000;

/** Makes the demo data once, all or nothing; false when there are accounts already. */
export function loadDemo(ctx: Ctx): Promise<boolean> {
  return transaction(
    ctx,
    async (ctx) => {
      if ((await ctx.db.user.count()) > 0) return false;
      await updateTrainingProvider(ctx, provider, null);
      const resources = await loadResources(ctx, today(ctx));
      const page = await loadCohort(ctx, pageCohort, resources);
      await loadTrainees(ctx, { ...page, lastDay: page.cohort.endsOn }, pageTrainees);
      const running = await loadCohort(ctx, runningCohort(today(ctx)), resources);
      await declareAbsence(ctx, resources, running.plan, today(ctx));
      const lastDay = today(ctx) < running.cohort.endsOn ? today(ctx) : running.cohort.endsOn;
      const [trainee] = await loadTrainees(ctx, { ...running, lastDay }, runningTrainees);
      // Before there are addresses to write to: demo data write to nobody.
      const plan = await publishRoomChange(ctx, running.plan, resources);
      const known: Partial<Record<Role, string | undefined>> = { trainee, trainer: resources.sacha.personId };
      const { referent } = await loadAccounts(ctx, known);
      await loadDraft(ctx, plan, resources, referent ?? "");
      return true;
    },
    longestMs,
  );
}

/** The accounts, by their role; some are of people who are there already. */
async function loadAccounts(
  ctx: Ctx,
  known: Partial<Record<Role, string | undefined>>,
): Promise<Partial<Record<Role, string>>> {
  const userIds: Partial<Record<Role, string>> = {};
  for (const { role, email } of demoAccounts) {
    const personId = known[role];
    const person = personId === undefined ? { givenName: givenNames[role], usualName: "Exemple" } : { personId };
    userIds[role] = (await createUser(ctx, { email, ...person, roles: [role], password })).userId;
  }
  return userIds;
}

const provider = {
  name: "Centre de formation Exemple",
  siret: "00000000000000",
  activityNumber: "00000000000",
  addressLines: ["1 rue de l’Exemple", "00000 Exemple"],
  contacts: [
    {
      role: "pedagogical" as const,
      name: "Camille Exemple",
      email: "referente@exemple.test",
      phone: null,
      hours: null,
    },
    {
      role: "administrative" as const,
      name: "Dominique Exemple",
      email: "administration@exemple.test",
      phone: null,
      hours: "lundi après-midi et mardi, par téléphone",
    },
  ],
};

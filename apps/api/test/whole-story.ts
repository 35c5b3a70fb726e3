import { passwordResetConfirm, passwordResetRequest, signInEnd, signInEndAll } from "@passerelle/contracts/account";
import { calendarFeedCreate, calendarFeedRevoke } from "@passerelle/contracts/calendars";
import { ccpResultAnnul, ccpResultPublish, ccpResultRecord } from "@passerelle/contracts/ccp-results";
import { closureCreate, closureDelete } from "@passerelle/contracts/closures";
import { cohortCancel, cohortUpdate } from "@passerelle/contracts/cohorts";
import * as enrolments from "@passerelle/contracts/enrolments";
import type { Contract } from "@passerelle/contracts/http";
import { personCreate, personUpdate } from "@passerelle/contracts/people";
import { planEdit, planRedo, planUndo, sessionSplit } from "@passerelle/contracts/plan-edits";
import { planVersionRestore } from "@passerelle/contracts/plan-versions";
import { planDraftDiscard } from "@passerelle/contracts/publications";
import { roomCreate, roomUpdate } from "@passerelle/contracts/rooms";
import { halfDayCancel, halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import { siteCreate, siteUpdate } from "@passerelle/contracts/sites";
import { trainerCreate, trainerUpdate } from "@passerelle/contracts/trainers";
import { trainingProviderUpdate } from "@passerelle/contracts/training-provider";
import * as unavailabilities from "@passerelle/contracts/unavailabilities";
import { userChangeRoles, userDeactivate, userReactivate } from "@passerelle/contracts/users";
import { createApiKey } from "../src/modules/api-keys/create-api-key.ts";
import { revokeApiKey } from "../src/modules/api-keys/revoke-api-key.ts";
import { importReference } from "../src/modules/programmes/import-reference.ts";
import { anAccount, password, signedIn } from "./accounts.ts";
import { aCohort, aPlannedCohort, msads } from "./builders.ts";
import type { Client, TestApp } from "./client.ts";
import { accept, anAddress, invitationTo, invite } from "./invitations.ts";
import { aLoggedWeek } from "./logged-week.ts";
import { aTrainee } from "./people.ts";

/** The secrets that were handed out on the way. */
export interface Story {
  readonly secrets: readonly string[];
}

/** Has everything happen that an event tells, each through the door that people use. */
export async function tellTheWholeStory(app: TestApp): Promise<Story> {
  app.setNow("2018-04-03T10:00:00Z");
  const manager = await app.as("admin", "referent");
  const cohortId = await changePlans(app, manager);
  await changeCatalogue(app, manager);
  await changeResources(manager);
  await changePaths(app, manager, cohortId);
  return {
    secrets: [...(await changeAccounts(app, manager)), await changeKeys(app), await changeCalendars(app, manager)],
  };
}

/** What one caller asks for, whatever the version; fails when it is refused. */
function asking(client: Client) {
  return async (contract: Contract, params: Record<string, string> = {}, body?: unknown) => {
    const answer = await client(contract, { params, body, headers: { "if-match": "*" } });
    if (answer.status >= 400) throw new Error(`${contract.operationId}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
}

async function changePlans(app: TestApp, manager: Client): Promise<string> {
  const ask = asking(manager);
  const { cohortId, sessions } = await aPlannedCohort(app.ctx);
  const params = { cohortId };
  const [first, second, third] = sessions;
  const halfDayId = (index: number) => third?.halfDays[index]?.id ?? "";
  await ask(sessionSplit, { sessionId: first?.id ?? "" }, { days: first?.days.slice(2) });
  await ask(planUndo, params);
  await ask(planRedo, params);
  await ask(
    sessionMove,
    { sessionId: second?.id ?? "" },
    { days: ["2017-06-19", "2017-06-20", "2017-06-21", "2017-06-22"] },
  );
  await ask(halfDayMove, { halfDayId: halfDayId(0) }, { day: "2017-07-21", slot: "am" });
  await ask(halfDayCancel, { halfDayId: halfDayId(1) }, { reason: "Salle inondée" });
  await ask(planEdit, params, { halfDays: [{ id: halfDayId(2), remote: true }] });
  await ask(planVersionRestore, { cohortId, number: "1" });
  await ask(planDraftDiscard, params);
  return cohortId;
}

async function changeCatalogue(app: TestApp, manager: Client): Promise<void> {
  const ask = asking(manager);
  const document = msads();
  for (const each of [...document.titleVersions, ...document.programmes]) each.name += " (corrigé)";
  await importReference(app.ctx, document, false);
  const { id: cohortId } = await aCohort(app.ctx, { name: "Promotion abandonnée" });
  await ask(cohortUpdate, { cohortId }, { capacity: 14 });
  await ask(cohortCancel, { cohortId }, { reason: "Pas assez d’inscriptions" });
  await ask(trainingProviderUpdate, {}, { name: "Centre Exemple" });
}

async function changeResources(manager: Client): Promise<void> {
  const ask = asking(manager);
  const { id: siteId } = await ask(siteCreate, {}, { name: "Annexe" });
  await ask(siteUpdate, { siteId }, { addressLines: ["1 rue de l’Exemple"] });
  const { id: roomId } = await ask(roomCreate, {}, { siteId, name: "Salle verte", capacity: 12 });
  await ask(roomUpdate, { roomId }, { capacity: 14 });
  const names = { givenName: "Dominique", usualName: "Modèle" };
  const { id: trainerId } = await ask(trainerCreate, {}, { ...names, competencyIds: [] });
  await ask(trainerUpdate, { trainerId }, { retiredOn: "2018-07-01" });
  for (const whose of [{ trainerId }, { roomId }]) {
    const { id: unavailabilityId } = await ask(
      unavailabilities.unavailabilityCreate,
      {},
      { ...whose, from: "2018-04-03" },
    );
    await ask(unavailabilities.unavailabilityUpdate, { unavailabilityId }, { to: "2018-04-06" });
    await ask(unavailabilities.unavailabilityDelete, { unavailabilityId });
  }
  const closed = { from: "2018-08-01", to: "2018-08-31", label: "Été" };
  const { id: closureId } = await ask(closureCreate, {}, closed);
  await ask(closureDelete, { closureId });
}

async function changePaths(app: TestApp, manager: Client, cohortId: string): Promise<void> {
  const ask = asking(manager);
  const born = { birthName: "Exemple", givenName: "Amel", birthDate: "1990-05-03" };
  const { id: personId } = await ask(personCreate, {}, born);
  await ask(personUpdate, { personId }, { city: "Exempleville" });
  await enrolled(app, manager, personId);
  const week = await aLoggedWeek(app, manager, { cohortId });
  await week.submit();
  await week.return(2);
  await week.log(210);
  await week.submit();
  await week.validate(5);
  const { enrolmentId } = await aTrainee(app, cohortId);
  const decision = {
    enrolmentId,
    blockCode: "CCP1",
    obtained: true,
    reason: "Réseau bien décrit",
    decidedOn: "2018-03-20",
  };
  const { id: ccpResultId } = await ask(ccpResultRecord, {}, decision);
  await ask(ccpResultPublish, { ccpResultId });
  await ask(ccpResultAnnul, { ccpResultId }, { reason: "Erreur de saisie" });
}

/** In a cohort of which registration is still open. */
async function enrolled(app: TestApp, manager: Client, personId: string): Promise<void> {
  const ask = asking(manager);
  app.setNow("2017-10-02T10:00:00Z");
  const { id: cohortId } = await aCohort(app.ctx, { name: "Promotion suivie" });
  const wish = { personId, cohortId, route: "fpc", effectiveOn: "2017-05-02" };
  const { id: enrolmentId, prescribed } = await ask(enrolments.enrolmentCreate, {}, wish);
  const params = { enrolmentId };
  await ask(enrolments.enrolmentMove, params, { to: "in_training", effectiveOn: "2017-05-16" });
  const minutes = prescribed.map(({ blockCode }: { blockCode: string }) => ({ blockCode, minutes: 420 }));
  await ask(enrolments.enrolmentPrescribe, params, { prescribed: minutes, reason: "Positionnement" });
  await ask(enrolments.placementWaive, params, enrolments.placementWaive.example);
  await ask(enrolments.placementWaiverEnd, params, enrolments.placementWaiverEnd.example);
  app.setNow("2018-04-03T10:00:00Z");
}

async function changeAccounts(app: TestApp, manager: Client): Promise<string[]> {
  const ask = asking(manager);
  const email = anAddress();
  const { id: userId } = (await invite(manager, { email })).body;
  const invitation = await invitationTo(app, email);
  await accept(app, invitation);
  await ask(userChangeRoles, { userId }, { roles: ["referent", "trainer"] });
  await ask(userDeactivate, { userId });
  await ask(userReactivate, { userId });
  const account = await anAccount(app, "trainee");
  for (const end of [signInEnd, signInEndAll]) await asking(await signedIn(app, account.email))(end);
  await app.anonymous(passwordResetRequest, { body: { email: account.email } });
  await app.deliver();
  const letter = app.mails.findLast(({ to }) => to === account.email)?.text ?? "";
  const token = /\/reset-password#([\w-]{43})\n/.exec(letter)?.[1] ?? "";
  const chosen = "une autre phrase, bien longue";
  await asking(app.anonymous)(passwordResetConfirm, {}, { token, password: chosen });
  return [password, chosen, invitation, token];
}

async function changeKeys(app: TestApp): Promise<string> {
  const { id, secret } = await createApiKey(app.ctx, { name: "ERP", scopes: ["events:read"], expiresAt: null });
  await revokeApiKey(app.ctx, id);
  return secret;
}

async function changeCalendars(app: TestApp, manager: Client): Promise<string> {
  const ask = asking(manager);
  const { id: cohortId } = await aCohort(app.ctx);
  const { id: calendarFeedId, url } = await ask(calendarFeedCreate, {}, { kind: "cohort", cohortId });
  await ask(calendarFeedRevoke, { calendarFeedId });
  return /([\w-]{43})\.ics/.exec(url)?.[1] ?? "";
}

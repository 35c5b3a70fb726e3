import { type Plan, planRead } from "@passerelle/contracts/plans";
import { unavailabilityCreate } from "@passerelle/contracts/unavailabilities";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { toColumn } from "../../core/civil-day.ts";
import { findStaff, storedStaff } from "./staff.queries.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
});
afterAll(() => app.close());

type Given = { trainerId?: string; roomId?: string; overrideReason?: string };

async function give(data: Given, halfDays = plan.sessions.flatMap((session) => session.halfDays)) {
  await app.ctx.db.halfDay.updateMany({ where: { id: { in: halfDays.map(({ id }) => id) } }, data });
}

async function detailsOf(client: Client, headers: Record<string, string> = {}): Promise<string[]> {
  const { body } = await client(planRead, { params: { cohortId: plan.cohortId }, headers });
  return body.proof.findings.map(({ detail }: { detail: string }) => detail);
}

test("a plan with nothing given yet says so in a line for trainers and one for rooms, in both languages", async () => {
  expect(await detailsOf(referent)).toEqual([
    "72 demi-journées n’ont encore ni formatrice ni formateur, la première le mardi 16 mai 2017.",
    "76 demi-journées n’ont encore aucune salle, la première le mardi 16 mai 2017.",
  ]);
  expect(await detailsOf(referent, { "accept-language": "en" })).toEqual([
    "72 half-days have no trainer yet, the first on Tuesday, 16 May 2017.",
    "76 half-days have no room yet, the first on Tuesday, 16 May 2017.",
  ]);
});

test("who is away is named with the days and why, a room too small and a block not taught once for all", async () => {
  const trainer = await aTrainer(app.ctx, { givenName: "Camille", blockCodes: ["CCP1", "CCP3"] });
  const room = await aRoom(app.ctx, { name: "Salle Garrigue", capacity: 11 });
  await give({ trainerId: trainer.id, roomId: room.id });
  await give({ roomId: room.id }, plan.examHalfDays);
  const away = { trainerId: trainer.id, from: "2017-05-16", to: "2017-05-17", reason: "jury" };
  expect((await referent(unavailabilityCreate, { body: { ...away, slot: "am" } })).status).toBe(201);
  await app.ctx.db.room.update({ where: { id: room.id }, data: { retiredOn: toColumn("2018-03-05") } });
  const details = await detailsOf(referent);
  expect(details).toEqual([
    "Camille Exemple n’est pas disponible : mardi 16 mai 2017 (matin, jury) et mercredi 17 mai 2017 (matin, jury).",
    expect.stringMatching(
      /^La salle Garrigue n’est pas disponible : lundi 5 mars 2018 \(toute la journée\) et mardi 6/,
    ),
    "La salle Garrigue a 11 places pour une promotion de 12 : 76 demi-journées, la première le mardi 16 mai 2017.",
    expect.stringMatching(/^Camille Exemple n’enseigne pas CCP2 : 30 demi-journées, la première le /),
  ]);
});

test("a holiday taught on for a written reason is told last, with its name and the reason", async () => {
  const [first] = plan.sessions[0]?.halfDays ?? [];
  const onHoliday = { day: toColumn("2017-05-25"), startsAt: new Date("2017-05-25T09:00:00Z") };
  await app.ctx.db.halfDay.update({
    where: { id: first?.id ?? "" },
    data: { ...onHoliday, endsAt: new Date("2017-05-25T12:30:00Z"), overrideReason: "Voulu par le groupe." },
  });
  expect((await detailsOf(referent)).at(-1)).toBe(
    "Jeudi 25 mai 2017 (Ascension) est maintenu. Motif : Voulu par le groupe.",
  );
});

test("a trainee reads nothing of trainers and rooms in the proof, nor why somebody is away (G1)", async () => {
  const trainer = await aTrainer(app.ctx, { givenName: "Camille" });
  await give({ trainerId: trainer.id });
  const away = { trainerId: trainer.id, from: "2017-05-16", to: "2017-05-17", reason: "opération du genou" };
  await referent(unavailabilityCreate, { body: away });
  expect((await detailsOf(referent)).join(" ")).toContain("opération du genou");
  const { client } = await aTrainee(app, plan.cohortId);
  expect(await detailsOf(client)).toEqual([]);
});

test("the statement answers what its type says, on the pool and in a transaction", async () => {
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx)];
  await app.ctx.db.unavailability.create({
    data: { trainerId: trainer.id, from: toColumn("2030-08-01"), weekdays: [5], slot: "am" },
  });
  const found = storedStaff.parse(await findStaff(app.ctx, [trainer.id], [room.id]));
  expect([found.trainers[0]?.unavailabilities.length, found.rooms.length]).toEqual([1, 1]);
  const everyone = storedStaff.parse(await findStaff(app.ctx, null, null));
  expect([everyone.trainers, everyone.rooms].map((all) => all.length > 0)).toEqual([true, true]);
  expect(everyone.trainers.map(({ id }) => id)).toContain(trainer.id);
  expect(await findStaff({ ...app.ctx, pool: null }, [trainer.id], [room.id])).toEqual(found);
});

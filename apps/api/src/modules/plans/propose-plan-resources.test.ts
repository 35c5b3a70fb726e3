import { planAdopt, planProposalCreate } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { published } from "../../../test/drafts.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

interface HalfDay {
  readonly day: string;
  readonly slot: string;
  readonly blockCode: string;
  readonly competencyCodes?: string[];
  readonly trainerId?: string | null;
  readonly roomId?: string | null;
}

const blockCodes = ["CCP1", "CCP2", "CCP3"];
const skipMonths = ["2017-08"];

async function propose(cohortId: string, body: object, language = "fr"): Promise<Answer> {
  const headers = { "accept-language": language };
  return referent(planProposalCreate, { params: { cohortId }, body: { skipMonths, ...body }, headers });
}

const teaching = ({ body }: Answer): HalfDay[] =>
  body.plan.sessions.flatMap(({ halfDays }: { halfDays: HalfDay[] }) => halfDays);
const all = (answer: Answer): HalfDay[] => [...teaching(answer), ...answer.body.plan.examHalfDays];
const unmetOf = ({ body }: Answer, code: string) =>
  body.unmet.filter((wish: { code: string }) => wish.code === code) as {
    facts: Record<string, unknown>;
    detail: string;
    remedy: string | null;
  }[];

const everyBlock = (...trainerIds: string[]) => blockCodes.map((blockCode) => ({ blockCode, trainerIds }));

/** Adopts a proposal and publishes it. */
async function adopt(cohortId: string, { body: { plan } }: Answer): Promise<Answer> {
  const adopted = await referent(planAdopt, { params: { cohortId }, body: plan, headers: { "if-match": '"1"' } });
  await published(referent, cohortId);
  return adopted;
}

test("every half-day of a proposal has a trainer who teaches it and a room, and can be adopted as it is", async () => {
  const cohort = await aCohort(app.ctx);
  const [first, second, room] = [
    await aTrainer(app.ctx, { blockCodes: ["CCP1", "CCP3"] }),
    await aTrainer(app.ctx, { blockCodes: ["CCP2"] }),
    await aRoom(app.ctx),
  ];
  const answer = await propose(cohort.id, { trainers: everyBlock(first.id, second.id), rooms: [room.id] });
  expect(answer).toMatchObject({ status: 200, body: { outcome: "exact", unmet: [] } });
  for (const { blockCode, trainerId } of teaching(answer)) {
    expect(trainerId).toBe(blockCode === "CCP2" ? second.id : first.id);
  }
  expect(new Set(all(answer).map(({ roomId }) => roomId))).toEqual(new Set([room.id]));
  expect(new Set(teaching(answer).flatMap(({ competencyCodes }) => competencyCodes)).size).toBe(14);
  const adopted = await adopt(cohort.id, answer);
  expect(adopted).toMatchObject({ status: 200, body: { proof: { exact: true } } });
  expect(adopted.body.sessions[0].halfDays[0]).toMatchObject({
    trainer: { id: first.id, name: "Dominique Exemple" },
    room: { id: room.id },
    competencies: [{ code: "C01" }],
  });
});

test("a second cohort with the same trainers and rooms clashes with the first nowhere, and is adopted too", async () => {
  const [one, two] = [await aCohort(app.ctx), await aCohort(app.ctx)];
  const [trainer, other] = [await aTrainer(app.ctx), await aTrainer(app.ctx, { givenName: "Camille" })];
  const [room, smaller] = [await aRoom(app.ctx), await aRoom(app.ctx)];
  const wishes = { trainers: everyBlock(trainer.id, other.id), rooms: [room.id, smaller.id] };
  const first = await propose(one.id, wishes);
  expect((await adopt(one.id, first)).status).toBe(200);
  const second = await propose(two.id, wishes);
  const taken = new Set(
    all(first).flatMap(({ day, slot, trainerId, roomId }) => [trainerId, roomId].map((id) => `${day} ${slot} ${id}`)),
  );
  const clashes = all(second).filter(({ day, slot, trainerId, roomId }) =>
    [trainerId, roomId].some((id) => typeof id === "string" && taken.has(`${day} ${slot} ${id}`)),
  );
  expect(clashes).toEqual([]);
  expect(second.body.unmet).toEqual([]);
  expect((await adopt(two.id, second)).status).toBe(200);
});

test("the cohort's own plan keeps nobody from it: proposed again, it has the same trainers and rooms", async () => {
  const cohort = await aCohort(app.ctx);
  const wishes = { trainers: everyBlock((await aTrainer(app.ctx)).id), rooms: [(await aRoom(app.ctx)).id] };
  const first = await propose(cohort.id, wishes);
  expect((await adopt(cohort.id, first)).status).toBe(200);
  expect((await propose(cohort.id, wishes)).body).toEqual(first.body);
});

test("a half-day for which nobody can be had is named with the reason and who else could, in both languages", async () => {
  const cohort = await aCohort(app.ctx);
  const alone = await aTrainer(app.ctx, { givenName: "Camille" });
  const { id: helper } = await aTrainer(app.ctx, { givenName: "Aaron", blockCodes: ["CCP1"] });
  await app.ctx.db.unavailability.create({
    data: {
      trainerId: alone.id,
      from: new Date("2017-05-15"),
      to: new Date("2017-06-02"),
      weekdays: [],
      reason: "congé",
    },
  });
  const wishes = { trainers: everyBlock(alone.id) };
  const [fr, en] = [await propose(cohort.id, wishes), await propose(cohort.id, wishes, "en")];
  const [missing] = unmetOf(fr, "trainer_missing");
  expect(missing).toEqual({
    code: "trainer_missing",
    facts: {
      blockCode: "CCP1",
      competencyCodes: ["C01"],
      halfDays: ["16", "17", "18", "19"].flatMap((day) =>
        ["am", "pm"].map((slot) => ({ day: `2017-05-${day}`, slot })),
      ),
      why: [{ id: alone.id, name: "Camille Exemple", reason: "unavailable", from: "2017-05-15", to: "2017-06-02" }],
    },
    detail:
      "Mardi 16 mai 2017, mercredi 17 mai 2017, jeudi 18 mai 2017 et vendredi 19 mai 2017 : personne pour enseigner CCP1 (C01). Camille Exemple est indisponible.",
    remedy: "Aaron Exemple l’enseigne et serait libre : ajoutez ce nom.",
  });
  expect(unmetOf(en, "trainer_missing")[0]).toMatchObject({
    detail:
      "Tuesday, 16 May 2017, Wednesday, 17 May 2017, Thursday, 18 May 2017, and Friday, 19 May 2017: nobody to teach CCP1 (C01). Camille Exemple is unavailable.",
    remedy: "Aaron Exemple teaches it and would be free: add the name.",
  });
  const followed = await propose(cohort.id, { trainers: everyBlock(alone.id, helper) });
  expect(followed.body.unmet).toEqual([]);
});

test("from the day a room retires it is not to be had, and one with more seats is named", async () => {
  const cohort = await aCohort(app.ctx);
  const [room, larger] = [await aRoom(app.ctx, { name: "Atelier", capacity: 8 }), await aRoom(app.ctx)];
  await app.ctx.db.room.update({ where: { id: room.id }, data: { retiredOn: new Date("2018-01-01") } });
  const answer = await propose(cohort.id, { rooms: [room.id] });
  expect(all(answer).every(({ day, roomId }) => (day < "2018-01-01" ? roomId === room.id : roomId === null))).toBe(
    true,
  );
  const [small] = unmetOf(answer, "room_too_small");
  expect(small?.facts).toMatchObject({ roomName: "Atelier", capacity: 8, seats: 12 });
  expect(small?.detail).toMatch(
    /^La salle Atelier \(Site .*\) a 8 places pour 12 : 56 demi-journées entre le mardi 16 mai 2017 et le jeudi 21 décembre 2017\.$/,
  );
  const missing = unmetOf(answer, "room_missing");
  expect(missing.length).toBe(3);
  expect(missing[0]?.detail).toMatch(/aucune salle demandée n’est libre. La salle Atelier est indisponible\.$/);
  expect(missing.every(({ remedy }) => remedy !== null && remedy.includes("serait libre"))).toBe(true);
  expect((await propose(cohort.id, { rooms: [room.id, larger.id] })).body.unmet).toEqual([]);
});

test("everything unknown or retired is refused at once, each where it is said", async () => {
  const cohort = await aCohort(app.ctx);
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx)];
  await app.ctx.db.trainer.update({ where: { id: trainer.id }, data: { retiredOn: new Date("2017-05-02") } });
  await app.ctx.db.room.update({ where: { id: room.id }, data: { retiredOn: new Date("2017-01-01") } });
  const nobody = crypto.randomUUID();
  const answer = await propose(cohort.id, {
    order: "interleaved",
    weights: { CCP9: 2 },
    trainers: [{ blockCode: "CCP8", trainerIds: [trainer.id, nobody] }],
    rooms: [nobody, room.id.toUpperCase()],
  });
  expect(answer).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(answer.body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual([
    "/trainers/0/blockCode unknown_block",
    "/weights/CCP9 unknown_block",
    "/trainers/0/trainerIds/0 retired_trainer",
    "/trainers/0/trainerIds/1 unknown_trainer",
    "/rooms/0 unknown_room",
    "/rooms/1 retired_room",
  ]);
});

test("bounds the wrong way round are refused as such, whoever is asked for", async () => {
  const cohort = await aCohort(app.ctx);
  const wishes = { trainers: everyBlock((await aTrainer(app.ctx)).id), rooms: [(await aRoom(app.ctx)).id] };
  const answer = await propose(cohort.id, { ...wishes, notBefore: "2018-01-02", notAfter: "2018-01-01" });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/notAfter", code: "bounds_reversed" }] } });
});

test("certification is on the days fixed by the authority, or it is said why it cannot be", async () => {
  const cohort = await aCohort(app.ctx);
  const answer = await propose(cohort.id, { examDays: ["2018-03-20", "2018-03-19"] });
  expect(answer.status).toBe(200);
  expect(new Set(answer.body.plan.examHalfDays.map(({ day }: HalfDay) => day))).toEqual(
    new Set(["2018-03-19", "2018-03-20"]),
  );
  const refused = await propose(cohort.id, { examDays: ["2017-11-11", "2017-11-11"] });
  expect(refused).toMatchObject({ status: 422, body: { code: "plan_impossible" } });
  expect(refused.body.errors).toMatchObject([
    { pointer: "/examDays/1", code: "exam_day_twice" },
    { pointer: "/examDays", code: "exam_days_count", facts: { expected: 2, actual: 1 } },
    { pointer: "/examDays/1", code: "exam_day_on_weekend" },
    { pointer: "/examDays/1", code: "exam_day_on_holiday" },
  ]);
  const early = await propose(cohort.id, { examDays: ["2018-01-15", "2018-01-16"] });
  expect(early.body.errors).toMatchObject([{ pointer: "/examDays", code: "exam_days_too_early" }]);
  expect(early.body.detail).toBe(
    "8 sessions sur 9 trouvent place avant la certification du lundi 15 janvier 2018. Elles finissent au plus tôt le jeudi 8 février 2018 : avancez le début, ou libérez des mois ou des fermetures.",
  );
});

test("blocks side by side are asked for with how fast each goes", async () => {
  const cohort = await aCohort(app.ctx);
  const answer = await propose(cohort.id, { order: "interleaved", weights: { CCP3: 3 } });
  const codes = teaching(answer).map(({ blockCode }) => blockCode);
  expect(answer.body.outcome).toBe("exact");
  expect(new Set(codes.slice(0, 8))).toEqual(new Set(blockCodes));
  expect(codes.lastIndexOf("CCP3")).toBeLessThan(45);
});

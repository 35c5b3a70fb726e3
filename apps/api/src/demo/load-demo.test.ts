import { cohortList } from "@passerelle/contracts/cohorts";
import { type Plan, planRead } from "@passerelle/contracts/plans";
import { type CohortProgress, cohortProgressRead } from "@passerelle/contracts/progress";
import { type Room, roomList } from "@passerelle/contracts/rooms";
import { type Trainer, trainerList } from "@passerelle/contracts/trainers";
import { unavailabilityList } from "@passerelle/contracts/unavailabilities";
import { afterEach, expect, test } from "vitest";
import { signedIn } from "../../test/accounts.ts";
import { msads } from "../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../test/client.ts";
import { draftedPlan, published } from "../../test/drafts.ts";
import { importReference } from "../modules/programmes/import-reference.ts";
import { runningCohort } from "./cohorts.ts";
import { loadDemo } from "./load-demo.ts";

let app: TestApp;
let isOpen = false;
afterEach(async () => {
  if (isOpen) await app.close();
  isOpen = false;
});

/** The application on a day, its demo data just loaded. */
async function loadOn(day: string): Promise<Client> {
  app = await startApp();
  isOpen = true;
  app.setNow(`${day}T09:00:00Z`);
  await importReference(app.ctx, msads(), false);
  expect(await loadDemo(app.ctx)).toBe(true);
  return app.as("referent");
}

test.each(["2026-03-10", "2026-11-23", "2027-01-01", "2031-06-15", "2044-02-29"])(
  "loaded on %s, both cohorts have an exact plan inside their edition, published, with nothing to see but an absence declared since",
  async (day) => {
    const referent = await loadOn(day);
    const { body } = await referent(cohortList, { query: { sort: "startsOn" } });
    expect(body.items.map(({ name }: { name: string }) => name)).toContain("Promotion 2017-2018");
    expect(body.items).toHaveLength(2);
    for (const cohort of body.items) {
      const { body: plan } = await referent(planRead, { params: { cohortId: cohort.id } });
      expect(plan.published?.number).toBe(cohort.name === "Promotion 2017-2018" ? 1 : 2);
      expect(plan.proof).toMatchObject({ exact: true, counts: { sessions: 9, halfDays: 76 } });
      const found = plan.proof.findings.map(({ code }: { code: string }) => code);
      expect(found.filter((code: string) => code !== "trainer_unavailable")).toEqual([]);
      for (const halfDay of halfDaysOf(plan)) {
        expect(halfDay.room?.siteName).toBe("Maison de l’Exemple");
        if (halfDay.kind === "exam") continue; // the jury's
        expect(halfDay.trainer).not.toBeNull();
        expect(halfDay.competencies).not.toEqual([]);
      }
      expect(cohort.plan.firstDay >= cohort.programme.titleVersion.inForceFrom).toBe(true);
      expect(cohort.plan.lastDay <= cohort.programme.titleVersion.inForceTo).toBe(true);
    }
    const [page, running] = body.items;
    expect((await draftedPlan(referent, page.id)).draft?.changes).toEqual([]);
    await expectDrafted(referent, running.id);
  },
);

/** The demo's referent has drafted two changes of the last session, which can be published. */
async function expectDrafted(referent: Client, cohortId: string): Promise<void> {
  const drafted = await draftedPlan(referent, cohortId);
  expect(drafted.draft?.changes.map(({ by, applies, detail }) => [by, applies, detail])).toEqual([
    ["Camille Exemple", true, expect.stringContaining("en salle Étang")],
    ["Camille Exemple", true, expect.any(String)],
  ]);
  const { body: plan } = await referent(planRead, { params: { cohortId } });
  const places = ({ sessions }: Plan) => sessions.at(-1)?.halfDays.map(({ id, day, slot }) => `${day} ${slot} ${id}`);
  expect(places(drafted)).not.toEqual(places(plan));
  await app.deliver();
  expect(app.mails).toEqual([]); // demo data write to nobody
  expect((await published(referent, cohortId)).published?.number).toBe(3);
}

const halfDaysOf = ({ sessions, examHalfDays }: Plan) => [
  ...sessions.flatMap(({ halfDays }) => halfDays),
  ...examHalfDays,
];

test("somebody is away on one half-day of the next session, and a colleague teaches the same", async () => {
  const referent = await loadOn("2026-03-10");
  const { body: absences } = await referent(unavailabilityList);
  const affecting = absences.items.filter((each: { affectedHalfDays: number }) => each.affectedHalfDays > 0);
  expect(affecting).toMatchObject([{ name: "Sacha Exemple", affectedHalfDays: 1 }]);
  const [{ from: day, slot }] = affecting;
  const { body: cohorts } = await referent(cohortList, { query: { search: "2025-2026" } });
  const { body: plan } = await referent(planRead, { params: { cohortId: cohorts.items[0].id } });
  const ahead = halfDaysOf(plan).filter((each) => each.day > "2026-03-10");
  const affected = ahead.find((each) => each.day === day && each.slot === slot);
  expect(affected?.sessionId).toBe(ahead[0]?.sessionId);
  expect(affected?.trainer?.name).toBe("Sacha Exemple");
  const { body: trainers } = await referent(trainerList);
  const colleagues = trainers.items.filter(
    ({ name, competencies }: Trainer) =>
      name !== "Sacha Exemple" && competencies.some(({ blockCode }) => blockCode === affected?.blockCode),
  );
  expect(colleagues.length).toBeGreaterThan(0);
});

test("two sites with their rooms, and trainers of whom one signs in as the demo's own", async () => {
  const referent = await loadOn("2026-03-10");
  const { body: rooms } = await referent(roomList);
  expect(rooms.items.map(({ name, siteName, capacity }: Room) => `${name} (${capacity}), ${siteName}`)).toEqual([
    "Salle Étang (12), Maison de l’Exemple",
    "Salle Garrigue (14), Maison de l’Exemple",
    "Salle Olivier (8), Annexe de l’Exemple",
  ]);
  const sacha = await signedIn(app, "formatrice@exemple.test", "demo-passerelle");
  const { body: trainers } = await sacha(trainerList);
  expect(trainers.items).toMatchObject([{ name: "Sacha Exemple", hasAccount: true }]);
});

test("once: the page's own cohort as the page says, and people who tell a story", async () => {
  const referent = await loadOn("2026-03-10");
  const { body } = await referent(cohortList, { query: { search: "2017-2018" } });
  expect(body.items[0]).toMatchObject({
    registrationOpensOn: "2017-01-01",
    registrationClosesOn: "2017-04-30",
    startsOn: "2017-05-16",
    plan: { firstDay: "2017-05-16", lastDay: "2018-03-06", plannedMinutes: 266 * 60 },
  });
  // A title with a placement and one without, a partial result, a candidate by experience.
  expect(await storyOf(referent, "2017-2018")).toEqual({
    Éloïse: "fpc completed waived not_required title",
    Farid: "fpc completed required done title",
    Maryam: "fpc in_training required done some_ccp",
    "Jean-Noël": "vae in_training not_applicable not_required some_ccp",
  });
  // On pace, late, gone, without a placement to do.
  expect(await storyOf(referent, "2025-2026")).toMatchObject({
    Amel: "fpc in_training required on_pace no_ccp",
    Yanis: "fpc in_training required behind no_ccp",
    Inès: expect.stringContaining("fpc dropped_out required"),
    Koffi: "fpc in_training waived not_required no_ccp",
  });
  expect(await loadDemo(app.ctx)).toBe(false);
  expect(await app.database.prisma.cohort.count()).toBe(2);
});

async function storyOf(client: Client, search: string): Promise<Record<string, string>> {
  const { body: cohorts } = await client(cohortList, { query: { search } });
  const { body } = await client(cohortProgressRead, { params: { cohortId: cohorts.items[0].id } });
  const { trainees }: CohortProgress = body;
  return Object.fromEntries(
    trainees.map(({ person, route, state, stage, certification }) => [
      person.givenName,
      [route, state, stage.need, stage.standing, certification.state].join(" "),
    ]),
  );
}

test("the cohort in progress began months before its day, as far as the edition allows", () => {
  expect(runningCohort("2026-03-10").startsOn).toBe("2025-10-01");
  expect(runningCohort("2040-01-01").startsOn).toBe("2026-06-01");
});

import { enrolmentProgressRead } from "@passerelle/contracts/progress";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, aTrainee, asTrainee } from "../../../test/people.ts";
import { toColumn } from "../../core/civil-day.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
let earlierCohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  ({ cohortId } = await aPlannedCohort(app.ctx));
  ({ cohortId: earlierCohortId } = await aPlannedCohort(app.ctx));
  app.setNow("2018-04-10T10:00:00Z");
});
afterAll(() => app.close());

interface Decision {
  /** Null: the final interview. */
  readonly block: string | null;
  readonly obtained: boolean;
  readonly on: string;
  readonly published?: boolean;
  readonly annulled?: boolean;
}

async function decide(enrolmentId: string, decision: Decision): Promise<void> {
  const { personId, cohort } = await app.ctx.db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    include: { cohort: { include: { programme: { include: { titleVersion: { include: { blocks: true } } } } } } },
  });
  const { titleVersion } = cohort.programme;
  const block = titleVersion.blocks.find(({ code }) => code === decision.block);
  const decidedOn = toColumn(decision.on);
  await app.ctx.db.ccpResult.create({
    data: {
      personId,
      enrolmentId,
      titleVersionId: titleVersion.id,
      blockId: block?.id ?? null,
      obtained: decision.obtained,
      reason: `${decision.block} ${decision.on}`,
      decidedOn,
      publishedOn: decision.published === false ? null : decidedOn,
      ...(decision.annulled && { annulledOn: decidedOn, annulledReason: "Saisi deux fois" }),
    },
  });
}

async function certificationOf(client: Client, enrolmentId: string) {
  const { body } = await client(enrolmentProgressRead, { params: { enrolmentId } });
  const { state, ccps, finalInterview } = body.certification;
  const outcomes = ccps.map((ccp: { outcome: string; decidedOn: string | null }) => [ccp.outcome, ccp.decidedOn]);
  return { state, outcomes, finalInterview };
}

const none = ["undecided", null];
const all: Decision[] = ["CCP1", "CCP2", "CCP3"].map((block) => ({ block, obtained: true, on: "2018-03-06" }));
const cases: [string, Decision[], object, object?][] = [
  ["nothing decided", [], { state: "no_ccp", outcomes: [none, none, none], finalInterview: "undecided" }],
  [
    "one obtained, one not",
    [
      { block: "CCP1", obtained: true, on: "2018-03-06" },
      { block: "CCP2", obtained: false, on: "2018-03-06" },
    ],
    { state: "some_ccp", outcomes: [["held", "2018-03-06"], ["not_obtained", "2018-03-06"], none] },
  ],
  [
    "a certificate obtained stays held after a later failure (E11)",
    [
      { block: "CCP1", obtained: true, on: "2018-03-06" },
      { block: "CCP1", obtained: false, on: "2018-03-20" },
    ],
    { state: "some_ccp", outcomes: [["held", "2018-03-06"], none, none] },
  ],
  [
    "of two failures the latest decision is shown",
    [
      { block: "CCP1", obtained: false, on: "2018-03-20" },
      { block: "CCP1", obtained: false, on: "2018-03-06" },
    ],
    { state: "no_ccp", outcomes: [["not_obtained", "2018-03-20"], none, none] },
  ],
  [
    "what was annulled counts for nothing (E11)",
    [{ block: "CCP1", obtained: true, on: "2018-03-06", annulled: true }],
    { state: "no_ccp", outcomes: [none, none, none] },
  ],
  ["all three without the interview", all, { state: "all_ccp_without_title", finalInterview: "undecided" }],
  [
    "the interview not passed",
    [...all, { block: null, obtained: false, on: "2018-03-06" }],
    { state: "all_ccp_without_title", finalInterview: "not_passed" },
  ],
  [
    "the title (E9)",
    [...all, { block: null, obtained: true, on: "2018-03-06" }],
    { state: "title", finalInterview: "passed" },
  ],
  [
    "a result not published yet: staff sees it, its trainee nowhere (G1)",
    [
      { block: "CCP1", obtained: false, on: "2018-03-06" },
      { block: "CCP1", obtained: true, on: "2018-03-20", published: false },
      { block: null, obtained: false, on: "2018-03-20", published: false },
    ],
    { state: "some_ccp", outcomes: [["held", "2018-03-20"], none, none], finalInterview: "not_passed" },
    { state: "no_ccp", outcomes: [["not_obtained", "2018-03-06"], none, none], finalInterview: "undecided" },
  ],
];
test.each(cases)("%s", async (_what, decisions, staffSees, traineeSees = staffSees) => {
  const { enrolmentId, client } = await aTrainee(app, cohortId);
  for (const decision of decisions) await decide(enrolmentId, decision);
  expect(await certificationOf(referent, enrolmentId)).toMatchObject(staffSees);
  expect(await certificationOf(client, enrolmentId)).toMatchObject(traineeSees);
});

test("what is not published reaches a trainee in no part of the answer", async () => {
  const { enrolmentId, client } = await aTrainee(app, cohortId);
  await decide(enrolmentId, { block: "CCP2", obtained: true, on: "2018-03-19", published: false });
  const { body } = await client(enrolmentProgressRead, { params: { enrolmentId } });
  expect(JSON.stringify(body)).not.toContain("2018-03-19");
});

test("a certificate is the person’s: obtained on an earlier path it is held on the next", async () => {
  const { enrolmentId, personId } = await anEnrolment(app.ctx, earlierCohortId, { state: "completed" });
  await decide(enrolmentId, { block: "CCP3", obtained: true, on: "2018-03-06" });
  const next = await anEnrolment(app.ctx, cohortId, { personId });
  const client = await asTrainee(app, personId);
  const expected = { state: "some_ccp", outcomes: [none, none, ["held", "2018-03-06"]] };
  expect(await certificationOf(referent, next.enrolmentId)).toMatchObject(expected);
  expect(await certificationOf(client, next.enrolmentId)).toMatchObject(expected);
});

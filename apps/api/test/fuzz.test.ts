import type { Contract } from "@passerelle/contracts/http";
import { contracts } from "@passerelle/contracts/index";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount } from "./accounts.ts";
import { aPlannedCohort } from "./builders.ts";
import { aStoredFeed } from "./calendars.ts";
import { type Client, startApp, type TestApp } from "./client.ts";
import { aCcpResult, anEnrolment } from "./people.ts";
import { aRoom, aTrainer } from "./resources.ts";
import { aStoredWeek } from "./stored-weeks.ts";

let app: TestApp;
let manager: Client;
let key: Client;
const own: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp();
  manager = await app.as("admin", "referent");
  key = await app.withKey("*");
  const plan = await aPlannedCohort(app.ctx);
  const { programmeId, programme } = await app.database.prisma.cohort.findUniqueOrThrow({
    where: { id: plan.cohortId },
    include: { programme: true },
  });
  const session = plan.sessions[0];
  const [room, trainer] = [await aRoom(app.ctx), await aTrainer(app.ctx)];
  const unavailability = await app.ctx.db.unavailability.create({
    data: { trainerId: trainer.id, from: new Date("2030-08-01"), weekdays: [] },
  });
  const { enrolmentId, personId } = await anEnrolment(app.ctx, plan.cohortId);
  const feed = await aStoredFeed(app.ctx, plan.cohortId);
  Object.assign(own, {
    ...(await aCcpResult(app.ctx, enrolmentId)),
    enrolmentId,
    stageWeekId: await aStoredWeek(app.ctx, enrolmentId, { week: "2017-W21", state: "submitted", minutes: [420] }),
    week: "2017-W21",
    personId,
    userId: (await anAccount(app, "trainer")).userId,
    cohortId: plan.cohortId,
    sessionId: session?.id,
    halfDayId: session?.halfDays[0]?.id,
    programmeId,
    titleVersionId: programme.titleVersionId,
    siteId: room.siteId,
    roomId: room.id,
    trainerId: trainer.id,
    unavailabilityId: unavailability.id,
    calendarFeedId: feed.id,
    file: feed.file,
    changeId: crypto.randomUUID(),
    number: "1",
  });
});
afterAll(() => app.close());

const nasty = fc.constantFrom<unknown>(
  "\u0000",
  "\uD800",
  "2017-02-30",
  "9".repeat(400),
  -1,
  1e308,
  2 ** 53,
  "",
  [],
  {},
  null,
);
const anything = fc.oneof(nasty, fc.jsonValue());

/** A good body with some of its values replaced, at any depth. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const deeper = Array.isArray(value)
    ? fc.tuple(...value.map(spoilt))
    : typeof value === "object" && value !== null
      ? fc.record(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoilt(each)])), {
          requiredKeys: [],
        })
      : fc.constant(value);
  return fc.oneof({ arbitrary: deeper, weight: 6 }, { arbitrary: anything, weight: 1 });
}

const bodies = (contract: Contract) => fc.oneof(spoilt(contract.example ?? {}), anything);
const queries = fc.dictionary(
  fc.constantFrom(
    "limit",
    "cursor",
    "search",
    "equipment",
    "minCapacity",
    "state",
    "sort",
    "cohortId",
    "from",
    "to",
    "dryRun",
  ),
  fc.oneof(fc.string(), fc.constantFrom("\u0000", "2017-02-30", "-1", "true", "e30")),
  { maxKeys: 3 },
);
const ids = fc.oneof(fc.constant(null), fc.string({ maxLength: 60 }), fc.uuid());

/** What only trainees do of their own, a key does for any; nobody else would get past the gate. */
function callerOf({ access }: Contract): Client {
  return access.kind === "roles" && access.roles.every((role) => role === "trainee") ? key : manager;
}

test.each([...contracts])("%s never fails on what it is sent", { timeout: 120_000 }, async (_name, contract) => {
  await fc.assert(
    fc.asyncProperty(bodies(contract), queries, ids, fc.boolean(), async (body, query, id, isPlain) => {
      const params = id === null ? own : Object.fromEntries(Object.keys(own).map((key) => [key, id || "x"]));
      const { status } = await callerOf(contract)(contract, {
        params,
        ...(isPlain ? {} : { query }),
        ...(contract.body !== undefined && { body: JSON.stringify(body) }),
        headers: { "content-type": "application/json", "if-match": "*", "idempotency-key": crypto.randomUUID() },
      });
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 40 },
  );
});

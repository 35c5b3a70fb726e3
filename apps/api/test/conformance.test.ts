import { problem } from "@passerelle/contracts/common";
import { errors } from "@passerelle/contracts/errors";
import { type Contract, errorsOf, takesIdempotencyKey } from "@passerelle/contracts/http";
import { contracts } from "@passerelle/contracts/index";
import { roles } from "@passerelle/contracts/roles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anAccount } from "./accounts.ts";
import { aPlannedCohort } from "./builders.ts";
import { aStoredFeed } from "./calendars.ts";
import { type Answer, type Client, startApp, type TestApp } from "./client.ts";
import { aCcpResult, anEnrolment } from "./people.ts";
import { aRoom, aTrainer } from "./resources.ts";
import { aStoredWeek } from "./stored-weeks.ts";

let app: TestApp;
const own: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp();
  const plan = await aPlannedCohort(app.ctx);
  const closure = await app.ctx.db.closure.create({
    data: { from: new Date("2030-08-01"), to: new Date("2030-08-31"), label: "Été" },
  });
  const { programme } = await app.ctx.db.cohort.findUniqueOrThrow({
    where: { id: plan.cohortId },
    include: { programme: { include: { titleVersion: { include: { blocks: true } } } } },
  });
  const { enrolmentId, personId } = await anEnrolment(app.ctx, plan.cohortId);
  Object.assign(own, {
    ...(await aCcpResult(app.ctx, enrolmentId)),
    enrolmentId,
    stageWeekId: await aStoredWeek(app.ctx, enrolmentId, { week: "2017-W21", state: "submitted", minutes: [420] }),
    week: "2017-W21",
    personId,
    userId: (await anAccount(app, "trainer")).userId,
    cohortId: plan.cohortId,
    sessionId: plan.sessions[0]?.id,
    halfDayId: plan.sessions[0]?.halfDays[0]?.id,
    programmeId: programme.id,
    titleVersionId: programme.titleVersionId,
    competencyBlockId: programme.titleVersion.blocks[0]?.id,
    closureId: closure.id,
    calendarFeedId: (await aStoredFeed(app.ctx, plan.cohortId)).id,
    changeId: crypto.randomUUID(),
    number: "1",
    ...(await someResources()),
  });
});
afterAll(() => app.close());

async function someResources() {
  const [room, trainer] = [await aRoom(app.ctx), await aTrainer(app.ctx)];
  const unavailability = await app.ctx.db.unavailability.create({
    data: { trainerId: trainer.id, from: new Date("2030-08-01"), weekdays: [] },
  });
  return { siteId: room.siteId, roomId: room.id, trainerId: trainer.id, unavailabilityId: unavailability.id };
}

const all = [...contracts.values()];
const guarded = all.filter(({ access }) => access.kind !== "public");
const withBody = all.filter(({ body, checksBody }) => body !== undefined && checksBody === undefined);
const named = (list: readonly Contract[]) => list.map((contract) => [contract.operationId, contract] as const);

/** An address and a body that the operation accepts, or refuses only by its own rules. */
function validRequest(contract: Contract, params: Record<string, string> = own) {
  return { params, ...(contract.body !== undefined && { body: contract.example ?? {} }) };
}

/** Somebody who sees everything and may call the operation: what only trainees do of their own, a key does for any. */
function anyoneAt({ access }: Contract): Promise<Client> {
  const isManagers = access.kind !== "roles" || access.roles.some((role) => role === "admin" || role === "referent");
  return isManagers ? app.as("admin", "referent") : app.withKey("*");
}

function expectProblem(contract: Contract, answer: Answer, code: string): void {
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(problem.parse(answer.body)).toMatchObject({ code, status: answer.status });
  expect(errorsOf(contract)).toContain(code);
}

test("every contract states a name of its own, an operation named by it, and an example for its body", () => {
  for (const contract of all) {
    expect(contract.operationId).toMatch(/^[a-z]+[A-Za-z]*$/);
  }
  for (const { body, example, operationId } of withBody) {
    expect({ operationId, accepted: body?.safeParse(example).success }).toEqual({ operationId, accepted: true });
  }
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
});

describe("without signing in", () => {
  test.each(named(guarded))("%s is refused with 401", async (_name, contract) => {
    const answer = await app.anonymous(contract, validRequest(contract));
    expect(answer.status).toBe(401);
    expectProblem(contract, answer, "sign_in_required");
  });
});

describe("by role", () => {
  test.each(named(guarded))("%s lets in the roles of its contract and no other", async (_name, contract) => {
    const letIn = contract.access.kind === "roles" ? contract.access.roles : roles;
    const refused: string[] = [];
    for (const role of roles) {
      const client = await app.as(role);
      const answer = await client(contract, { ...validRequest(contract), headers: { "if-match": '"999999"' } });
      if (answer.status === 403) refused.push(`${role} ${answer.body.code}`);
    }
    expect(refused).toEqual(roles.filter((role) => !letIn.includes(role)).map((role) => `${role} not_allowed`));
  });
});

describe("by scope", () => {
  test.each(named(guarded))("%s needs its own scope", async (_name, contract) => {
    if (contract.access.kind !== "roles") return;
    const { scope } = contract.access;
    const other = scope?.startsWith("programmes") ? "cohorts:write" : "programmes:write";
    const refused = await (await app.withKey(other))(contract, validRequest(contract));
    expectProblem(contract, refused, "not_allowed");
    const everything = await (
      await app.withKey("*")
    )(contract, { ...validRequest(contract), headers: { "if-match": '"999999"' } });
    expect(everything.status === 403).toBe(scope === null);
  });
});

describe("what is absent or unseen", () => {
  const withParams = guarded.filter(({ params }) => params !== undefined);
  const absent = Object.fromEntries(
    [
      "cohortId",
      "sessionId",
      "halfDayId",
      "programmeId",
      "titleVersionId",
      "competencyBlockId",
      "closureId",
      "calendarFeedId",
      "changeId",
      "siteId",
      "roomId",
      "trainerId",
      "unavailabilityId",
      "ccpResultId",
      "enrolmentId",
      "stageWeekId",
      "personId",
      "userId",
    ].map((key) => [key, "01890a5d-ac96-774b-bcce-b302099a8057"]),
  );
  absent["week"] = "2017-W21";
  absent["number"] = "1";
  test.each(named(withParams))("%s answers 404 for an identifier that is nobody’s", async (_name, contract) => {
    const answer = await (await anyoneAt(contract))(contract, validRequest(contract, absent));
    expect(answer.status).toBe(404);
    expectProblem(contract, answer, "not_found");
  });

  // A room is nobody's own.
  const seenByOthers = withParams.filter(
    ({ access, operationId }) =>
      operationId !== "roomRead" &&
      access.kind === "roles" &&
      access.roles.some((role) => role !== "admin" && role !== "referent"),
  );
  test.each(named(seenByOthers))("%s answers 404 to those whose own it is not (G1)", async (_name, contract) => {
    if (contract.access.kind !== "roles") return;
    for (const role of contract.access.roles.filter((each) => each !== "admin" && each !== "referent")) {
      const answer = await (await app.as(role))(contract, validRequest(contract));
      expectProblem(contract, answer, "not_found");
    }
  });
});

describe("the shape of a request", () => {
  test.each(named(all))("%s refuses an unknown field of its query by name", async (_name, contract) => {
    const answer = await (await anyoneAt(contract))(contract, { ...validRequest(contract), query: { nonsense: "1" } });
    expect(answer.status).toBe(400);
    expectProblem(contract, answer, "request_invalid");
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain("query/nonsense");
  });

  test.each(named(withBody))("%s refuses an unknown field of its body by name", async (_name, contract) => {
    const body = { ...(contract.example as object), "no/where": 1 };
    const answer = await (await anyoneAt(contract))(contract, { ...validRequest(contract), body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ pointer: "/no~1where", code: "unknown_field" }),
    );
  });

  test.each(named(withBody))("%s refuses no body, another media type and broken JSON", async (_name, contract) => {
    const client = await anyoneAt(contract);
    const none = await client(contract, { params: own });
    expectProblem(contract, none, "request_invalid");
    const raw = { params: own, body: "a=b", headers: { "content-type": "text/plain" } };
    expectProblem(contract, await client(contract, raw), "media_type_unsupported");
    const broken = { params: own, body: "{", headers: { "content-type": "application/json" } };
    expectProblem(contract, await client(contract, broken), "request_invalid");
  });
});

describe("preconditions", () => {
  const required = guarded.filter(({ version, method }) => version === "required" && method !== "GET");
  test.each(named(required))("%s answers 428 without If-Match", async (_name, contract) => {
    const answer = await (await app.as("referent"))(contract, validRequest(contract));
    expectProblem(contract, answer, "precondition_required");
  });

  const versioned = guarded.filter(
    ({ version, method }) => version !== undefined && version !== "tagged" && method !== "GET",
  );
  test.each(named(versioned))("%s answers 412 with the current state for another version", async (_name, contract) => {
    const client = await anyoneAt(contract);
    const answer = await client(contract, { ...validRequest(contract), headers: { "if-match": '"999999"' } });
    expectProblem(contract, answer, "stale");
    expect(answer.body.facts.current).toBeTruthy();
  });

  const tagged = guarded.filter(({ version, method }) => version !== undefined && method === "GET");
  test.each(named(tagged))("%s answers with an ETag", async (_name, contract) => {
    const answer = await (await app.as("admin"))(contract, validRequest(contract));
    expect(answer.status).toBe(200);
    expect(answer.headers["etag"]).toMatch(/^"\d+"$/);
  });
});

test("every error of the catalogue is declared by an operation, or is one that any may answer", () => {
  const declared = new Set(all.flatMap((contract) => errorsOf(contract)));
  const undeclared = Object.keys(errors).filter((code) => !declared.has(code as never));
  expect(undeclared).toEqual(["internal"]);
});

/** POSTs that only answer: this list is meant to stay short. */
const storeNothing = new Set(["planEditCheck"]);

test("every POST that knows its caller and stores something takes an Idempotency-Key", () => {
  for (const contract of all) {
    const isKept = contract.method === "POST" && contract.access.kind !== "public";
    expect(takesIdempotencyKey(contract)).toBe(isKept && !storeNothing.has(contract.operationId));
  }
});

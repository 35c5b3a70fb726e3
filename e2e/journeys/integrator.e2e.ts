import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { addPerson, apiWithKey, enrol, find, json, type Item } from "../api.ts";
import { expect, test } from "../fixtures.ts";
import { publishPlan } from "../planner.ts";

const reference = JSON.parse(
  readFileSync(new URL("../../prisma/reference/msads.json", import.meta.url), "utf8"),
) as Record<"titleVersions" | "programmes", Record<string, unknown>[]>;

interface Cohort {
  readonly id: string;
}

interface Plan {
  readonly planVersion: number;
  readonly sessions: { readonly id: string; readonly days: string[]; readonly halfDays: { id: string }[] }[];
  readonly proof: { readonly exact: boolean; readonly findings: { code: string }[]; readonly blocks: unknown[] };
}

test("an integrator with a key imports a programme, creates a cohort, plans it and reads it, by HTTP alone", async ({
  playwright,
  server,
}) => {
  const api = await apiWithKey(playwright, server, "programmes:write,cohorts:write,sessions:write");

  const programmeId = await test.step("reads the document, then imports a programme of their own", async () => {
    const document = await json<{ openapi: string }>(await api.get(`${server.url}/api/openapi.json`), 200);
    expect(document.openapi).toMatch(/^3\.1/);
    const own = { ...reference.programmes[0], code: "MSADS-ERP", name: "MSADS, taught our way" };
    const faulty = { programmes: [{ ...own, theoryMinutes: 15_000 }] };
    const tried = await json<{ ok: boolean; faults: { code: string }[] }>(
      await api.post("programmes/import?dryRun=true", { data: faulty }),
      200,
    );
    expect(tried).toMatchObject({
      ok: false,
      faults: [{ code: "hours_do_not_add_up", pointer: "/programmes/0/theoryMinutes" }],
    });
    const done = await json<{ programmes: { id: string; change: string }[] }>(
      await api.post("programmes/import", { data: { programmes: [own] } }),
      200,
    );
    expect(done.programmes[0]?.change).toBe("created");
    return done.programmes[0]?.id;
  });

  const cohort = await test.step("creates a cohort once, though the request is sent twice", async () => {
    const data = {
      code: "ERP-2017",
      programmeId,
      name: "ERP 2017",
      registrationOpensOn: "2017-01-01",
      registrationClosesOn: "2017-04-30",
      startsOn: "2017-05-16",
      endsOn: "2018-03-31",
      capacity: 12,
    };
    const headers = { "idempotency-key": "erp-2017" };
    const first = await json<Cohort>(await api.post("cohorts", { data, headers }), 201);
    const again = await json<Cohort>(await api.post("cohorts", { data, headers }), 201);
    expect(again).toEqual(first);
    return first;
  });

  await test.step("has it planned, adopts the plan, publishes it and reads the sessions", async () => {
    const proposal = await json<{ outcome: string; plan: object }>(
      await api.post(`cohorts/${cohort.id}/plan-proposals`, { data: { skipMonths: ["2017-08"] } }),
      200,
    );
    expect(proposal.outcome).toBe("exact");
    expect((await api.put(`cohorts/${cohort.id}/plan`, { data: proposal.plan })).status()).toBe(428);
    const adopted = await adopt(api, cohort.id, proposal.plan);
    expect(adopted.proof).toMatchObject({
      exact: true,
      blocks: [
        { code: "CCP1", plannedMinutes: 4620 },
        { code: "CCP2", plannedMinutes: 6720 },
        { code: "CCP3", plannedMinutes: 4620 },
      ],
    });
    const sessions = async () =>
      (await json<{ items: unknown[] }>(await api.get(`sessions?cohortId=${cohort.id}`), 200)).items;
    expect(await sessions()).toEqual([]); // drafted, and seen by nobody
    await publishPlan(api, cohort.id, adopted.planVersion);
    expect(await sessions()).toHaveLength(9);
    const halfDays = await json<{ items: unknown[] }>(await api.get(`half-days?cohortId=${cohort.id}&limit=200`), 200);
    expect(halfDays.items).toHaveLength(76);
  });

  await test.step("is refused what the key may not do", async () => {
    const problem = await json<{ code: string; detail: string }>(await api.post("closures", { data: {} }), 403);
    expect(problem).toMatchObject({ code: "not_allowed", detail: "The key lacks the scope “resources:write”." });
  });
  await api.dispose();
});

async function adopt(api: APIRequestContext, cohortId: string, plan: object): Promise<Plan> {
  const read = await api.get(`cohorts/${cohortId}/plan`);
  const etag = read.headers()["etag"] ?? "";
  return json<Plan>(await api.put(`cohorts/${cohortId}/plan`, { data: plan, headers: { "if-match": etag } }), 200);
}

test("the same by HTTP: a person is enrolled, logs a week, has it validated, and obtains a certificate", async ({
  playwright,
  server,
}) => {
  const api = await apiWithKey(
    playwright,
    server,
    "people:write,enrolments:write,stage-hours:write,ccp-results:write,cohorts:read",
  );
  const cohort = await find(api, "cohorts", "Promotion 2025-2026");
  const person = await addPerson(api, "Intégration", "Ada");

  await test.step("the same person is not added twice, whatever the accents and case", async () => {
    const twin = { birthName: "INTEGRATION", givenName: "ada", birthDate: "1990-05-03" };
    const refused = await json<{ code: string; facts: object }>(await api.post("people", { data: twin }), 409);
    expect(refused).toMatchObject({ code: "already_exists", facts: { personId: person.id } });
  });

  const enrolment = await enrol(api, person.id, cohort.id);
  const progress = async () =>
    json<{
      stage: { declaredMinutes: number; validatedMinutes: number; leftMinutes: number };
      certification: { state: string };
    }>(await api.get(`enrolments/${enrolment.id}/progress`), 200);

  await test.step("a week of too many hours is refused, a good one declared, then validated", async () => {
    const path = `enrolments/${enrolment.id}/stage-weeks/2026-W09`;
    const days = ["2026-02-23", "2026-02-24", "2026-02-25"].map((day) => ({ day, minutes: 420 }));
    const future = [...days, { day: "2026-03-30", minutes: 420 }];
    const refused = await json<{ errors: { pointer: string }[] }>(await api.put(path, { data: { days: future } }), 422);
    expect(refused.errors.map(({ pointer }) => pointer)).toContain("/days/3/day");
    const week = await json<Item>(await api.put(path, { data: { days } }), 200);
    const sent = await json<Item>(await api.post(`stage-weeks/${week.id}/submit`), 200);
    expect((await progress()).stage).toMatchObject({ declaredMinutes: 1260, validatedMinutes: 0, leftMinutes: 21_000 });
    expect((await api.post(`stage-weeks/${week.id}/validate`)).status()).toBe(428);
    const headers = { "if-match": `"${sent.version}"` };
    await json(await api.post(`stage-weeks/${week.id}/validate`, { headers }), 200);
    expect((await progress()).stage).toMatchObject({ declaredMinutes: 0, validatedMinutes: 1260, leftMinutes: 19_740 });
    const late = await json<{ code: string }>(await api.put(path, { data: { days } }), 409);
    expect(late.code).toBe("illegal_move");
  });

  await test.step("a certificate is recorded once, and a title is refused while others are missing", async () => {
    const data = {
      enrolmentId: enrolment.id,
      blockCode: "CCP1",
      obtained: true,
      reason: "Solide",
      decidedOn: "2026-03-09",
    };
    await json(await api.post("ccp-results", { data }), 201);
    expect((await json<{ code: string }>(await api.post("ccp-results", { data }), 409)).code).toBe("ccp_already_held");
    const interview = await api.post("ccp-results", { data: { ...data, blockCode: null } });
    expect((await json<{ code: string }>(interview, 422)).code).toBe("ccp_result_invalid");
    expect((await progress()).certification.state).toBe("some_ccp");
  });
  await api.dispose();
});

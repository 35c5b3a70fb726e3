import { readFileSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { passerelle } from "../command-line.ts";
import { expect, test } from "../fixtures.ts";

const reference = JSON.parse(
  readFileSync(new URL("../../prisma/reference/msads.json", import.meta.url), "utf8"),
) as Record<"titleVersions" | "programmes", Record<string, unknown>[]>;

interface Cohort {
  readonly id: string;
}

interface Plan {
  readonly sessions: { readonly id: string; readonly days: string[]; readonly halfDays: { id: string }[] }[];
  readonly proof: { readonly exact: boolean; readonly findings: { code: string }[]; readonly blocks: unknown[] };
}

async function json<Body>(answer: APIResponse, status: number): Promise<Body> {
  expect(answer.status(), await answer.text()).toBe(status);
  return (await answer.json()) as Body;
}

test("an integrator with a key imports a programme, creates a cohort, plans it and reads it, by HTTP alone", async ({
  playwright,
  server,
}) => {
  const printed = await passerelle(
    server,
    "apikey",
    "create",
    "--name",
    "ERP",
    "--scopes",
    "programmes:write,cohorts:write,sessions:write",
  );
  const key = printed.split("\n").at(-1) ?? "";
  const api = await playwright.request.newContext({
    baseURL: `${server.url}/api/v1/`,
    extraHTTPHeaders: { authorization: `Bearer ${key}`, "accept-language": "en" },
  });

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

  await test.step("has it planned, adopts the plan and reads the sessions", async () => {
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
    const sessions = await json<{ items: unknown[] }>(await api.get(`sessions?cohortId=${cohort.id}`), 200);
    expect(sessions.items).toHaveLength(9);
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

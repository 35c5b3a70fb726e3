import { cohortList, cohortRead, cohortUpdate } from "@passerelle/contracts/cohorts";
import { planProposalCreate } from "@passerelle/contracts/plans";
import { signInEnd } from "@passerelle/contracts/account";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api-error.ts";
import { addressOf, call } from "./call.ts";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const fetching = vi.fn<typeof fetch>();
vi.stubGlobal("fetch", fetching);
afterEach(() => fetching.mockReset());

function headersSent(): Headers {
  return new Headers(fetching.mock.calls[0]?.[1]?.headers);
}

describe("an address", () => {
  it("has its parameters filled in and its query written", () => {
    expect(addressOf(cohortRead, { params: { cohortId: ID } })).toBe(`/api/v1/cohorts/${ID}`);
    expect(addressOf(cohortList, { query: { search: "été & co", state: undefined } })).toBe(
      "/api/v1/cohorts?search=%C3%A9t%C3%A9+%26+co",
    );
  });
});

describe("a call", () => {
  it("answers nothing to an operation without an answer", async () => {
    fetching.mockResolvedValue(new Response(null, { status: 204 }));
    await expect(call(signInEnd, {})).resolves.toBeUndefined();
  });

  it("names the version it saw, quoted, and its own key", async () => {
    fetching.mockResolvedValue(new Response(null, { status: 500 }));
    await call(cohortUpdate, { params: { cohortId: ID }, body: { capacity: 3 } }, { version: 7 }).catch(
      () => undefined,
    );
    expect(headersSent().get("if-match")).toBe('"7"');
    expect(headersSent().get("idempotency-key")).toBeNull();
    expect(headersSent().get("accept-language")).toBe("fr");
  });

  it("gives a POST an idempotency key", async () => {
    fetching.mockResolvedValue(new Response(null, { status: 500 }));
    await call(planProposalCreate, { params: { cohortId: ID }, body: {} }).catch(() => undefined);
    expect(headersSent().get("idempotency-key")).toMatch(/^[0-9a-f-]{32,36}$/);
  });

  it("fails with the problem document of the API", async () => {
    const problem = {
      type: "t",
      title: "Modifié",
      status: 412,
      detail: "Relisez.",
      code: "stale",
      requestId: "r",
      facts: { version: 8 },
    };
    fetching.mockResolvedValue(Response.json(problem, { status: 412 }));
    const error = await call(cohortRead, { params: { cohortId: ID } }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "stale", status: 412, message: "Relisez.", problem: { requestId: "r" } });
  });

  it.each([
    ["no answer comes", () => fetching.mockRejectedValue(new TypeError("offline"))],
    ["a proxy's page comes", () => fetching.mockResolvedValue(new Response("<html>", { status: 502 }))],
  ])("fails as a network failure when %s", async (_, arrange) => {
    arrange();
    const error = await call(cohortRead, { params: { cohortId: ID } }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "network", status: 0, problem: null });
  });
});

import { expect, type APIRequestContext, type APIResponse } from "@playwright/test";
import { passerelle } from "./command-line.ts";
import type { Server } from "./fixtures.ts";

interface RequestMaker {
  readonly request: { newContext(options: object): Promise<APIRequestContext> };
}

/** The API as an integrator sees it, with a key of these scopes made by the command line. */
export async function apiWithKey(
  playwright: RequestMaker,
  server: Server,
  scopes: string,
  language = "en",
): Promise<APIRequestContext> {
  const printed = await passerelle(server, "apikey", "create", "--name", "ERP", "--scopes", scopes);
  const key = printed.split("\n").at(-1) ?? "";
  return playwright.request.newContext({
    baseURL: `${server.url}/api/v1/`,
    extraHTTPHeaders: { authorization: `Bearer ${key}`, "accept-language": language },
  });
}

/** The answer's body, once its status is what was expected. */
export async function json<Body>(answer: APIResponse, status: number): Promise<Body> {
  expect(answer.status(), await answer.text()).toBe(status);
  return (await answer.json()) as Body;
}

export interface Item {
  readonly id: string;
  readonly version: number;
}

/** The only row a list answers for a search. */
export async function find<Row extends Item>(api: APIRequestContext, list: string, search: string): Promise<Row> {
  const { items } = await json<{ items: Row[] }>(await api.get(`${list}?search=${encodeURIComponent(search)}`), 200);
  const [row] = items;
  if (row === undefined) throw new Error(`nothing in ${list} for ${search}`);
  return row;
}

/** A person nobody else is, by a name of letters alone. */
export async function addPerson(api: APIRequestContext, birthName: string, givenName: string): Promise<Item> {
  const data = { birthName, givenName, birthDate: "1990-05-03" };
  return json<Item>(await api.post("people", { data }), 201);
}

/** Enrols a person in a cohort, before it begins. */
export async function enrolAhead(api: APIRequestContext, personId: string, cohortId: string): Promise<Item> {
  const data = { personId, cohortId, route: "fpc", effectiveOn: "2025-10-01" };
  return json<Item>(await api.post("enrolments", { data }), 201);
}

/** Enrols a person in a cohort that runs, in training since its first day. */
export async function enrol(api: APIRequestContext, personId: string, cohortId: string): Promise<Item> {
  const { id } = await enrolAhead(api, personId, cohortId);
  const move = { to: "in_training", effectiveOn: "2025-10-01" };
  return json<Item>(await api.post(`enrolments/${id}/move`, { data: move }), 200);
}

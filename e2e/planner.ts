import type { APIRequestContext } from "@playwright/test";
import { type Item, json } from "./api.ts";

interface Block {
  readonly titleVersionCode: string;
  readonly competencies: readonly { readonly id: string }[];
}

/** The competencies of an edition, by the year in its code. */
async function competencies(api: APIRequestContext, year: number): Promise<string[]> {
  const { items } = await json<{ items: Block[] }>(await api.get("competency-blocks?limit=200"), 200);
  return items
    .filter(({ titleVersionCode }) => titleVersionCode.includes(String(year)))
    .flatMap((block) => block.competencies.map(({ id }) => id));
}

/** A site nobody else uses, with rooms of these names for fourteen. */
export async function addRooms(api: APIRequestContext, site: string, names: readonly string[]): Promise<Item[]> {
  const { id: siteId } = await json<Item>(await api.post("sites", { data: { name: site } }), 201);
  const rooms: Item[] = [];
  for (const name of names) {
    const data = { siteId, name, capacity: 14, accessible: true };
    rooms.push(await json<Item>(await api.post("rooms", { data }), 201));
  }
  return rooms;
}

/** Somebody who teaches everything of an edition: somebody new by this name, or a person already known. */
export async function addTrainer(
  api: APIRequestContext,
  year: number,
  who: { readonly givenName: string; readonly usualName: string } | { readonly personId: string },
): Promise<Item> {
  const data = { ...who, competencyIds: await competencies(api, year) };
  return json<Item>(await api.post("trainers", { data }), 201);
}

/** Publishes a cohort's draft, so that others than referents see it. */
export async function publishPlan(api: APIRequestContext, cohortId: string, planVersion: number): Promise<void> {
  const headers = { "if-match": `"${planVersion}"` };
  await json(await api.post(`cohorts/${cohortId}/plan/publish`, { data: {}, headers }), 200);
}

/** A cohort whose whole published plan is one session of these days, in a room. */
export async function addCohort(
  api: APIRequestContext,
  name: string,
  days: readonly string[],
  staff: { readonly trainerId?: string; readonly roomId: string },
): Promise<Item> {
  const [first = ""] = days;
  const year = Number(first.slice(0, 4));
  const code = year < 2022 ? "MSADS-2017" : "MSADS-2022";
  const { items } = await json<{ items: (Item & { code: string })[] }>(await api.get("programmes"), 200);
  const data = {
    programmeId: items.find((programme) => programme.code === code)?.id,
    code: `E2E-${crypto.randomUUID().slice(0, 8)}`,
    name,
    registrationOpensOn: `${year - 1}-10-01`,
    registrationClosesOn: `${year - 1}-12-31`,
    startsOn: first,
    endsOn: `${year + 1}-01-31`,
    capacity: 12,
  };
  const cohort = await json<Item>(await api.post("cohorts", { data }), 201);
  const halfDays = days.flatMap((day) =>
    (["am", "pm"] as const).map((slot) => ({ day, slot, blockCode: "CCP1", ...staff })),
  );
  const plan = { sessions: [{ halfDays }], examHalfDays: [], gapReason: "La suite viendra" };
  const headers = { "if-match": `"${cohort.version}"` };
  const adopted = await json<{ planVersion: number }>(
    await api.put(`cohorts/${cohort.id}/plan`, { data: plan, headers }),
    200,
  );
  await publishPlan(api, cohort.id, adopted.planVersion);
  return cohort;
}

import { createApp } from "@passerelle/api/app";
import { openDatabase } from "@passerelle/api/core/db";
import { quiet, systemCtx } from "@passerelle/api/core/system-ctx";
import { createApiKey } from "@passerelle/api/modules/api-keys/create-api-key";
import pg from "pg";
import { addCrowd, addResources, makeCohort } from "./bench-data.ts";
import { inMs, machine, measure, rounds } from "./measure.ts";

const now = Temporal.Instant.from("2017-05-02T10:00:00Z");
const crowdedHalfDays = 200_000;

/** A database of its own beside the one at `url`, empty. */
export async function emptyDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/** Fills both, measures, and prints what it measured with the machine it ran on. */
export async function benchPlanner(aloneUrl: string, crowdedUrl: string): Promise<void> {
  const alone = await startBench(aloneUrl);
  const crowded = await startBench(crowdedUrl);
  try {
    const started = performance.now();
    await addCrowd(crowded.bare, crowded.cohortId, crowdedHalfDays);
    const stored = await crowded.countHalfDays();
    console.log(machine());
    console.log(`${stored.toLocaleString("en")} half-days stored in ${inSeconds(performance.now() - started)}`);
    await reportProposals(alone, crowded);
    await reportChecks(alone, crowded);
    console.log(`Medians of ${rounds} calls each, through the API, in turn.`);
  } finally {
    await alone.close();
    await crowded.close();
  }
}

type Bench = Awaited<ReturnType<typeof startBench>>;

async function startBench(url: string) {
  const database = openDatabase(url, quiet); // PostgreSQL may stop before its last connections have left
  const bare = new pg.Client({ connectionString: url });
  await bare.connect();
  const rateLimit = { perMinute: 1e9, anonymousPerMinute: 1e9 };
  const publicUrl = () => "http://localhost";
  const app = await createApp({ database, clock: () => now, publicUrl, logger: false, rateLimit });
  const ctx = systemCtx(database, now);
  const cohortId = await makeCohort(ctx);
  const { trainers, rooms } = await addResources(bare, cohortId);
  const { secret } = await createApiKey(ctx, { name: "bench", scopes: ["sessions:write"], expiresAt: null });
  const post = async (path: string, payload: object) => {
    const headers = { authorization: `Bearer ${secret}` };
    const { statusCode, body } = await app.inject({ method: "POST", url: `/api/v1${path}`, headers, payload });
    if (statusCode !== 200) throw new Error(body);
    return body;
  };
  const { rows } = await bare.query<{ id: string }>(
    `
    select id from half_day where cohort_id = $1 and kind = 'teaching' order by day, slot limit 8`,
    [cohortId],
  );
  return {
    bare,
    cohortId,
    propose: (resources: object) =>
      post(`/cohorts/${cohortId}/plan-proposals`, { skipMonths: ["2017-08"], ...resources }),
    check: (day: string) =>
      post(`/cohorts/${cohortId}/plan/edit-checks`, {
        halfDays: rows.slice(0, 1).map(({ id }) => ({ id, day, slot: "am" })),
      }),
    trainers: ["CCP1", "CCP2", "CCP3"].map((blockCode) => ({ blockCode, trainerIds: trainers })),
    rooms,
    countHalfDays: async () => {
      const { rows } = await bare.query<{ count: number }>("select count(*)::int as count from half_day");
      return rows[0]?.count ?? 0;
    },
    close: async () => {
      await app.close();
      await bare.end();
      await database.close();
    },
  };
}

async function reportProposals(alone: Bench, crowded: Bench): Promise<void> {
  const { bare, staffed, busy } = await measure({
    bare: () => alone.propose({}),
    staffed: () => alone.propose({ trainers: alone.trainers, rooms: alone.rooms }),
    busy: () => crowded.propose({ trainers: crowded.trainers, rooms: crowded.rooms }),
  });
  console.log(
    `One cohort's proposal: ${inMs(bare)} without resources; with ${alone.trainers[0]?.trainerIds.length} trainers and ` +
      `${alone.rooms.length} rooms ${inMs(staffed)} (ratio ${ratio(staffed, bare)}), beside the crowd ${inMs(busy)} (ratio ${ratio(busy, bare)})`,
  );
}

/** The first half-day dragged over two weeks, a day at a time: some answers are green, some red. */
async function reportChecks(alone: Bench, crowded: Bench): Promise<void> {
  const days = ["2017-05-22", "2017-05-23", "2017-05-24", "2017-05-29", "2017-05-30", "2017-06-12", "2017-06-13"];
  let turn = 0;
  const next = () => days[turn++ % days.length] ?? "";
  const times = await measure({ alone: () => alone.check(next()), crowded: () => crowded.check(next()) });
  console.log(
    `The answer while dragging: ${inMs(times.crowded)} with the crowd stored, ${inMs(times.alone)} with one cohort alone, ` +
      `ratio ${ratio(times.crowded, times.alone)}`,
  );
}

function ratio(value: number, to: number): string {
  return (value / to).toFixed(2);
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(0)} s`;
}

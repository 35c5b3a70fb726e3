import { createApp } from "@passerelle/api/app";
import { openDatabase } from "@passerelle/api/core/db";
import { quiet, systemCtx } from "@passerelle/api/core/system-ctx";
import { hashOf } from "@passerelle/api/core/tokens";
import { createApiKey } from "@passerelle/api/modules/api-keys/create-api-key";
import pg from "pg";
import { addResources, addTrainees, makeCohort } from "./bench-data.ts";
import { inMs, machine, measure, median, rounds, timeOf } from "./measure.ts";

const now = Temporal.Instant.from("2017-05-02T10:00:00Z");
const trainees = 24;
const publications = 60;
const warmUps = 10;
const timetables = 1000;

/** Fills the database, measures, and prints what it measured with the machine it ran on. */
export async function benchPublish(url: string): Promise<void> {
  const bench = await startBench(url);
  try {
    console.log(machine());
    await reportFeeds(bench, "one version");
    await reportTimetables(bench);
    await reportPublications(bench);
    await reportFeeds(bench, `${publications + warmUps + 1} versions in which every half-day changed`);
  } finally {
    await bench.close();
  }
}

type Bench = Awaited<ReturnType<typeof startBench>>;

interface HalfDay {
  readonly id: string;
  readonly trainer: { readonly id: string };
  readonly room: { readonly id: string };
}

interface Plan {
  readonly planVersion: number;
  readonly sessions: readonly { readonly halfDays: readonly HalfDay[] }[];
  readonly examHalfDays: readonly HalfDay[];
}

async function startBench(url: string) {
  const database = openDatabase(url, quiet);
  const bare = new pg.Client({ connectionString: url });
  await bare.connect();
  const rateLimit = { perMinute: 1e9, anonymousPerMinute: 1e9 };
  const publicUrl = () => "http://localhost";
  const app = await createApp({ database, clock: () => now, publicUrl, logger: false, rateLimit });
  const ctx = systemCtx(database, now);
  const cohortId = await makeCohort(ctx);
  const { trainers, rooms } = await addResources(bare, cohortId);
  await addTrainees(bare, cohortId, trainees);
  const { secret: key } = await createApiKey(ctx, { name: "bench", scopes: ["*"], expiresAt: null });
  const send = async (method: "GET" | "POST", path: string, payload?: object, headers: Record<string, string> = {}) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${key}`, ...headers },
      ...(payload && { payload }),
    });
    if (answer.statusCode >= 400) throw new Error(answer.body);
    return answer;
  };
  return {
    secret: await addFeed(bare, cohortId),
    cohortId,
    trainers,
    rooms,
    send,
    plan: async () => (await send("GET", `/cohorts/${cohortId}/plan-draft`)).json<Plan>(),
    close: async () => {
      await app.close();
      await bare.end();
      await database.close();
    },
  };
}

/** Every half-day of the plan gets another trainer and another room, is compared and published, over and over. */
async function reportPublications({ send, plan, cohortId, trainers, rooms }: Bench): Promise<void> {
  const path = `/cohorts/${cohortId}`;
  const times = { read: [] as number[], difference: [] as number[], publication: [] as number[] };
  for (let round = -warmUps; round < publications; round++) {
    const drafted = await draft();
    const ifMatch = { "if-match": `"${drafted}"` };
    const read = await timeOf(() => send("GET", `${path}/plan-draft`));
    const difference = await timeOf(() => send("GET", `${path}/plan-draft/difference`));
    const publication = await timeOf(() => send("POST", `${path}/plan/publish`, {}, ifMatch));
    if (round < 0) continue;
    times.read.push(read);
    times.difference.push(difference);
    times.publication.push(publication);
  }
  const [read, difference, publication] = [median(times.read), median(times.difference), median(times.publication)];
  console.log(
    `A plan of 76 half-days that all differ, for ${trainees} trainees: read with its draft ${inMs(read)}; its difference ` +
      `${inMs(difference)} (ratio ${ratio(difference, read)}); its publication, a message each, ${inMs(publication)} ` +
      `(ratio ${ratio(publication, read)}). Medians of ${publications} each, in turn, through the API.`,
  );

  async function draft(): Promise<number> {
    const { planVersion, sessions, examHalfDays } = await plan();
    const halfDays = [...sessions.flatMap((session) => session.halfDays), ...examHalfDays];
    const edits = halfDays.map(({ id, trainer, room }) => ({
      id,
      trainerId: trainers.find((each) => each !== trainer.id),
      roomId: rooms.find((each) => each !== room.id),
    }));
    const answer = await send("POST", `${path}/plan/edits`, { halfDays: edits }, { "if-match": `"${planVersion}"` });
    return answer.json<Plan>().planVersion;
  }
}

async function reportFeeds({ send, secret }: Bench, history: string): Promise<void> {
  const path = `/calendars/${secret}.ics`;
  const first = await send("GET", path);
  const headers = { "if-none-match": String(first.headers["etag"]) };
  const { fresh, unchanged } = await measure({
    fresh: () => send("GET", path),
    unchanged: () => send("GET", path, undefined, headers),
  });
  console.log(
    `The calendar of a year, 76 half-days, ${history}: fresh ${inMs(fresh)}, unchanged (304) ${inMs(unchanged)} ` +
      `(ratio ${ratio(unchanged, fresh)}). Medians of ${rounds} each, in turn.`,
  );
}

/** The secret of a cohort's calendar. */
async function addFeed(bare: pg.Client, cohortId: string): Promise<string> {
  const secret = "bench-calendar-feed-of-a-cohort-of-a-year-0";
  await bare.query(
    `with somebody as (
       insert into person (given_name, usual_name, name_key) values ('Camille', 'Exemple', 'exemple|camille') returning id
     ), account as (
       insert into user_account (person_id, email, roles) select id, 'camille@exemple.test', '{referent}' from somebody
       returning id
     )
     insert into calendar_feed (hash, hint, created_by, cohort_id, created_at) select $1, '0', id, $2, now() from account`,
    [Buffer.from(hashOf(secret)), cohortId],
  );
  return secret;
}

async function reportTimetables({ send, cohortId }: Bench): Promise<void> {
  const path = `/cohorts/${cohortId}/timetable.pdf`;
  const plan = await timeOf(() => send("GET", `/cohorts/${cohortId}/plan`));
  const first = await timeOf(() => send("GET", path));
  const all = await timeOf(async () => {
    for (let count = 0; count < timetables; count++) await send("GET", path);
  });
  console.log(
    `${timetables} timetables of 76 half-days as PDF, one after the other: ${(all / 1000).toFixed(1)} s, ` +
      `${inMs(all / timetables)} each (the first ${inMs(first)}; the plan in JSON ${inMs(plan)})`,
  );
}

function ratio(value: number, to: number): string {
  return (value / to).toFixed(2);
}

import { createApp } from "@passerelle/api/app";
import { openDatabase } from "@passerelle/api/core/db";
import { systemCtx } from "@passerelle/api/core/system-ctx";
import { createApiKey } from "@passerelle/api/modules/api-keys/create-api-key";
import { cohortStatement, cohortValues } from "@passerelle/api/modules/progress/progress.queries";
import pg from "pg";
import { addOtherCohorts, addTrainees, makeCohort } from "./bench-data.ts";
import { inMs, machine, measure, rounds } from "./measure.ts";

/** Half a year in: some half-days passed, some to come, weeks in every state. */
const now = Temporal.Instant.from("2018-01-10T10:00:00Z");
const trainees = 24;
const otherCohorts = 2000;

/** Fills the database, measures, and prints what it measured with the machine it ran on. */
export async function benchProgress(url: string): Promise<void> {
  const database = openDatabase(url, console);
  const bare = new pg.Client({ connectionString: url });
  const unlimited = { perMinute: 1e9, anonymousPerMinute: 1e9 };
  const publicUrl = () => "http://localhost";
  const app = await createApp({ database, clock: () => now, publicUrl, logger: false, rateLimit: unlimited });
  try {
    await bare.connect();
    const ctx = systemCtx(database, now);
    const cohortId = await makeCohort(ctx);
    await addTrainees(bare, cohortId, trainees);
    const { secret } = await createApiKey(ctx, { name: "bench", scopes: ["enrolments:read"], expiresAt: null });
    const request = { url: `/api/v1/cohorts/${cohortId}/progress`, headers: { authorization: `Bearer ${secret}` } };
    const query = { ...cohortStatement, values: cohortValues(ctx, cohortId, null) };
    const run = () =>
      measure({
        app: async () => {
          const { statusCode, body } = await app.inject(request);
          if (statusCode !== 200) throw new Error(body);
        },
        sql: () => bare.query(query),
      });
    console.log(machine());
    report("alone", await run(), await countFacts(bare));
    const started = performance.now();
    await addOtherCohorts(bare, cohortId, otherCohorts);
    console.log(`${otherCohorts} cohorts stored in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    report(`beside ${otherCohorts} cohorts`, await run(), await countFacts(bare));
  } finally {
    await app.close();
    await bare.end();
    await database.close();
  }
}

function report(when: string, { app, sql }: Record<"app" | "sql", number>, facts: string): void {
  const ratio = (app / sql).toFixed(2);
  console.log(`${when}: through the app ${inMs(app)}, the same SQL over bare pg ${inMs(sql)}, ratio ${ratio}`);
  console.log(`  medians of ${rounds} calls each, in turn; ${facts}`);
}

async function countFacts(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Record<string, string>>(`
    select (select count(*) from cohort) as cohorts, (select count(*) from enrolment) as enrolments,
      (select count(*) from half_day) as "half-days", (select count(*) from stage_day) as "stage days"`);
  return Object.entries(rows[0] ?? {})
    .map(([name, count]) => `${Number(count).toLocaleString("en")} ${name}`)
    .join(", ");
}

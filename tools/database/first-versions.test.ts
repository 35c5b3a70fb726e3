import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startScratchPostgres } from "../postgres/scratch-postgres.ts";
import type { RunningPostgres } from "../postgres/start-postgres.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS_DIR, readMigrations } from "./migrations.ts";

let postgres: RunningPostgres;
let folder: string;
beforeAll(async () => {
  postgres = await startScratchPostgres();
  folder = mkdtempSync(join(tmpdir(), "passerelle-migrations-"));
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const id = (last: string) => `01890a5d-ac96-774b-bcce-${last.padStart(12, "0")}`;
const [title, block, one, two, programme] = [id("1"), id("2"), id("3"), id("4"), id("5")];
const [planned, empty, session] = [id("a"), id("b"), id("c")];
const [held, cancelled, exam] = [id("d1"), id("d2"), id("d3")];

/** A cohort with a held, a cancelled and an exam half-day, another without a plan, and a change that could be undone. */
const before = `
  insert into title_version (id, code, title_code, name, "order", level, in_force_from, in_force_to)
  values ('${title}', 'EX-2017', 'EX', 'Exemple', 'Arrêté', '3', '2017-05-16', '2022-05-15');
  insert into competency_block (id, title_version_id, code, title, short_title, position)
  values ('${block}', '${title}', 'CCP1', 'Bloc d’exemple', 'Exemple', 1);
  insert into competency (id, title_version_id, block_id, code, title, verified, position)
  values ('${two}', '${title}', '${block}', 'C2', 'Deux', true, 2), ('${one}', '${title}', '${block}', 'C1', 'Un', true, 1);
  insert into programme (id, code, name, title_version_id, theory_minutes, placement_minutes, half_day_minutes,
    session_count, days_per_session, exam_day_count, exam_days_count_as_training, min_days_between_sessions, am_start,
    am_end, pm_start, pm_end, notes)
  values ('${programme}', 'EX', 'Exemple', '${title}', 420, 0, 210, 1, 1, 1, false, 14, '09:00', '12:30', '13:30', '17:00', '{}');
  insert into cohort (id, code, programme_id, name, registration_opens_on, registration_closes_on, starts_on, ends_on,
    capacity, gap_reason)
  values ('${planned}', 'A', '${programme}', 'A', '2017-01-01', '2017-04-30', '2017-05-16', '2018-03-31', 12, 'En deux temps'),
    ('${empty}', 'B', '${programme}', 'B', '2017-01-01', '2017-04-30', '2017-05-16', '2018-03-31', 12, null);
  insert into session (id, cohort_id) values ('${session}', '${planned}');
  insert into half_day (id, cohort_id, session_id, kind, day, slot, starts_at, ends_at, block_id, state, cancelled_reason)
  values ('${held}', '${planned}', '${session}', 'teaching', '2017-05-16', 'am', '2017-05-16 09:00', '2017-05-16 12:30', '${block}', 'held', null),
    ('${cancelled}', '${planned}', '${session}', 'teaching', '2017-05-16', 'pm', '2017-05-16 13:30', '2017-05-16 17:00', '${block}', 'cancelled', 'Tempête'),
    ('${exam}', '${planned}', null, 'exam', '2018-03-05', 'am', '2018-03-05 09:00', '2018-03-05 12:30', null, 'planned', null);
  insert into half_day_competency (half_day_id, block_id, competency_id)
  values ('${held}', '${block}', '${two}'), ('${held}', '${block}', '${one}');
  insert into plan_change (cohort_id, event_id, before, after) values ('${planned}', '${id("e")}', '{}', '{}');`;

test("plans in force before there were versions are their own first version, told by an event; no other is", async () => {
  const names = readMigrations(MIGRATIONS_DIR).map(({ name }) => name);
  const publishing = names.findIndex((name) => name.endsWith("_publishing"));
  const bring = (some: readonly string[]) => {
    for (const name of some) cpSync(join(MIGRATIONS_DIR, name), join(folder, name), { recursive: true });
    return migrate({ url: postgres.url, folder, log: () => undefined });
  };
  await bring(names.slice(0, publishing));
  await query(before);
  expect(await bring(names.slice(publishing))).toEqual(names.slice(publishing));

  const versions = await query("select cohort_id, number, gap_reason, note, event_id from plan_version");
  expect(versions).toMatchObject([{ cohort_id: planned, number: 1, gap_reason: "En deux temps", note: null }]);
  const events = await query("select id, actor_kind, entity_id, type, data from event");
  expect(events).toEqual([
    {
      id: versions[0]?.["event_id"],
      actor_kind: "system",
      entity_id: planned,
      type: "plan.published",
      data: { from: null, to: { cohortId: planned, number: 1 } },
    },
  ]);
  const revisions = await query(
    `select half_day_id, cohort_id, number, sequence, "row" from half_day_revision order by 1`,
  );
  const at = { cohort_id: planned, number: 1, sequence: 0 };
  const taught = {
    sessionId: session,
    kind: "teaching",
    day: "2017-05-16",
    blockId: block,
    trainerId: null,
    roomId: null,
  };
  const plain = { remote: false, cancelledReason: null, overrideReason: null, replacesId: null, competencyIds: [] };
  expect(revisions).toEqual([
    {
      ...at,
      half_day_id: held,
      row: {
        id: held,
        ...plain,
        ...taught,
        slot: "am",
        startsAt: "2017-05-16T09:00",
        endsAt: "2017-05-16T12:30",
        state: "held",
        competencyIds: [one, two],
      },
    },
    {
      ...at,
      half_day_id: cancelled,
      row: {
        id: cancelled,
        ...plain,
        ...taught,
        slot: "pm",
        startsAt: "2017-05-16T13:30",
        endsAt: "2017-05-16T17:00",
        state: "cancelled",
        cancelledReason: "Tempête",
      },
    },
    {
      ...at,
      half_day_id: exam,
      row: {
        id: exam,
        ...plain,
        ...taught,
        sessionId: null,
        kind: "exam",
        day: "2018-03-05",
        blockId: null,
        slot: "am",
        startsAt: "2018-03-05T09:00",
        endsAt: "2018-03-05T12:30",
        state: "planned",
      },
    },
  ]);
  expect(await query("select id from plan_change")).toEqual([]);
});

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

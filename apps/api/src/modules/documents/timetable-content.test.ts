import { cohortTimetableRead, roomTimetableRead, trainerTimetableRead } from "@passerelle/contracts/documents";
import type { HalfDay, Plan, Session } from "@passerelle/contracts/plans";
import { halfDayList, halfDayMove, sessionList } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { type ReadPdf, readPdf } from "../../../test/pdf.ts";
import { aRoom, aSite, aTrainer } from "../../../test/resources.ts";
import { publishEdit } from "../../../test/timetables.ts";
import { rowsOf } from "../../core/statement.ts";
import { statements, timetableRows } from "./timetable.queries.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
const owner = { cohortId: "", trainerId: "", roomId: "" };
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  plan = await aPlannedCohort(app.ctx);
  owner.cohortId = plan.cohortId;
  owner.trainerId = (await aTrainer(app.ctx, { givenName: "Noémie" })).id;
  owner.roomId = (await aRoom(app.ctx, { name: "Salle Garrigue", siteId: await aSite(app.ctx) })).id;
  const taught = plan.sessions.flatMap(({ halfDays }) => halfDays.slice(0, 3));
  const edits = taught.map(({ id }, index) => ({
    id,
    trainerId: owner.trainerId,
    ...(index % 4 === 3 ? { remote: true } : { roomId: owner.roomId }),
  }));
  await publishEdit({ app, referent, at: "2017-05-12T08:00:00Z" }, plan.cohortId, edits);
});
afterAll(() => app.close());

type Timetable = typeof cohortTimetableRead | typeof trainerTimetableRead | typeof roomTimetableRead;

async function pdfOf(contract: Timetable, sent: Parameters<Client>[1] = {}): Promise<ReadPdf> {
  const answer = await referent(contract, { params: owner, ...sent });
  expect(answer).toMatchObject({ status: 200, headers: { "content-type": "application/pdf" } });
  return readPdf(answer.bytes);
}

/** The half-days of the API, in the order of their hours. */
async function halfDaysOf(query: Record<string, string>): Promise<HalfDay[]> {
  const { body } = await referent(halfDayList, { query: { ...query, limit: "200" } });
  const items: HalfDay[] = body.items;
  return items.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}

async function sessionNumbers(): Promise<ReadonlyMap<string | null, number>> {
  const { body } = await referent(sessionList, { query: { cohortId: owner.cohortId } });
  const sessions: Session[] = body.items;
  return new Map(sessions.map(({ id, number }) => [id, number]));
}

const shortDay = new Intl.DateTimeFormat("fr-FR", { weekday: "short", day: "numeric", timeZone: "UTC" });

/** What a row tells of a half-day, the short title of its block apart. */
function told(halfDay: HalfDay) {
  const [from, to] = [halfDay.startsAt, halfDay.endsAt].map((at) => {
    const { hour, minute } = Temporal.PlainDateTime.from(at);
    return `${hour} h${minute === 0 ? "" : ` ${minute}`}`;
  });
  return {
    day: shortDay.format(new Date(halfDay.day)),
    hours: `${from} – ${to}`,
    block: halfDay.blockCode ?? "Examen",
    trainer: halfDay.trainer?.name ?? "À préciser",
    place: halfDay.remote ? "À distance" : (halfDay.room?.name ?? "À préciser"),
  };
}

function isFirstOfDay({ day }: HalfDay, index: number, all: readonly HalfDay[]): boolean {
  return all[index - 1]?.day !== day;
}

const withoutTitles = (rows: ReadPdf["rows"]) =>
  rows.map((cells) => cells.map((cell) => cell.replace(/^(CCP\d) .*$/, "$1")));

test("another library opens a cohort’s timetable and finds it tagged, titled, in French and PDF/UA", async () => {
  const pdf = await pdfOf(cohortTimetableRead);
  expect(pdf).toMatchObject({ isTagged: true, universalAccess: "1", language: "fr-FR" });
  expect(pdf.title).toBe("Emploi du temps – Promotion 2017-2018");
  const [first, ...months] = pdf.headings;
  expect(first).toEqual({ level: 1, text: "Emploi du temps" });
  expect(new Set(months.map(({ level }) => level))).toEqual(new Set([2]));
  expect(months.map(({ text }) => text.split(" ")[0])).toEqual(
    "Mai Juin Juillet Septembre Octobre Novembre Décembre Janvier Février Mars Heures".split(" "),
  );
  expect(new Set(pdf.heads.map((cells) => cells.join(" | ")))).toEqual(
    new Set(["Jour | Horaires | Contenu | Avec | Lieu", "Bloc de compétences | Demi-journées | Heures"]),
  );
  expect(pdf.pages.length).toBeLessThanOrEqual(3);
});

test("the rows of a cohort’s timetable are the half-days of the API, all of them and in order", async () => {
  const halfDays = await halfDaysOf({ cohortId: owner.cohortId });
  const numbers = await sessionNumbers();
  const expected = halfDays.map((halfDay, index, all) => {
    const { day, hours, block, trainer, place } = told(halfDay);
    const session = halfDay.kind === "exam" ? "Examen" : `Session ${numbers.get(halfDay.sessionId)}`;
    return [...(isFirstOfDay(halfDay, index, all) ? [`${day} ${session}`] : []), hours, block, trainer, place];
  });
  const { rows } = await pdfOf(cohortTimetableRead);
  expect(expected).toHaveLength(76);
  expect(withoutTitles(rows.slice(0, -4))).toEqual(expected);
});

test("the hours of a cohort’s timetable end it, block by block", async () => {
  const { rows } = await pdfOf(cohortTimetableRead);
  const totals = rows.slice(-4).map(([what = "", ...figures]) => [what.split(" ")[0], ...figures]);
  expect(totals).toEqual([
    ["CCP1", "22", "77 h"],
    ["CCP2", "32", "112 h"],
    ["CCP3", "22", "77 h"],
    ["Total", "76", "266 h"],
  ]);
});

test.each([
  ["trainer", trainerTimetableRead, "Jour | Horaires | Promotion | Session | Contenu | Lieu"],
  ["room", roomTimetableRead, "Jour | Horaires | Promotion | Session | Contenu | Avec"],
] as const)("the rows of a %s’s timetable are their half-days of the API, with cohort and session", async (...of) => {
  const [kind, contract, head] = of;
  const halfDays = await halfDaysOf({ [`${kind}Id`]: owner[`${kind}Id`] });
  const numbers = await sessionNumbers();
  const expected = halfDays.map((halfDay, index, all) => {
    const { day, hours, block, trainer, place } = told(halfDay);
    const session = String(numbers.get(halfDay.sessionId));
    const last = kind === "room" ? trainer : place;
    return [...(isFirstOfDay(halfDay, index, all) ? [day] : []), hours, halfDay.cohortName, session, block, last];
  });
  const { rows, heads } = await pdfOf(contract);
  expect(heads[0]?.join(" | ")).toBe(head);
  expect(withoutTitles(rows.slice(0, expected.length))).toEqual(expected);
  expect(expected.length).toBeGreaterThan(15);
});

test("every page names the version of the plan and its day, the day of printing, and its place among the pages", async () => {
  const { pages } = await pdfOf(cohortTimetableRead);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain("Planning publié, version 2 du 12 mai 2017");
    expect(page).toContain("Imprimé le 12 mai 2017");
    expect(page).toContain(`Page ${index + 1} sur ${pages.length}`);
  }
});

test("days asked for are the only ones shown, and said", async () => {
  const { text, headings } = await pdfOf(cohortTimetableRead, { query: { from: "2017-06-01", to: "2017-07-31" } });
  expect(headings.map((heading) => heading.text)).toEqual(["Emploi du temps", "Juin 2017", "Juillet 2017", "Heures"]);
  expect(text).toContain("Du 1er juin 2017 au 31 juillet 2017");
  const empty = await pdfOf(cohortTimetableRead, { query: { from: "2017-08-01", to: "2017-08-31" } });
  expect(empty.text).toContain("Aucune demi-journée n’est publiée sur cette période.");
  const reversed = { params: owner, query: { from: "2017-07-31", to: "2017-06-01" } };
  expect(await referent(cohortTimetableRead, reversed)).toMatchObject({ status: 400 });
});

test("a trainer’s timetable begins today and goes on for a year, unless other days are asked for", async () => {
  const months = ({ headings }: ReadPdf) => headings.filter(({ level }) => level === 2).map(({ text }) => text);
  app.setNow("2017-12-31T23:30:00Z"); // already the next year in France
  try {
    const shown = await pdfOf(trainerTimetableRead);
    expect(shown.text).toContain("Du 1er janvier 2018 au 31 décembre 2018");
    expect(months(shown)).toEqual(["Janvier 2018", "Février 2018", "Heures"]);
    expect(months(await pdfOf(trainerTimetableRead, { query: { to: "2017-06-30" } }))).toEqual([
      "Mai 2017",
      "Juin 2017",
      "Heures",
    ]);
  } finally {
    app.setNow("2017-05-12T08:00:00Z");
  }
});

test.each([
  ["Accept-Language", { headers: { "accept-language": "en" } }],
  ["its link", { query: { lang: "en" }, headers: { "accept-language": "fr" } }],
])("a timetable is in English when %s says so", async (_name, sent) => {
  const pdf = await pdfOf(cohortTimetableRead, sent);
  expect(pdf).toMatchObject({ title: "Timetable – Promotion 2017-2018", language: "en-GB" });
  expect(pdf.text).toContain("Plan published, version 2 of 12 May 2017");
  expect(pdf.rows[0]?.slice(0, 2)).toEqual(["Tue 16 Session 1", "9:00 – 12:30"]);
});

test("what is drafted is in no timetable until it is published", async () => {
  const before = await referent(cohortTimetableRead, { params: owner });
  const halfDayId = plan.sessions[4]?.halfDays.at(-1)?.id ?? "";
  const move = { params: { halfDayId }, body: { day: "2017-10-27", slot: "am" }, headers: { "if-match": "*" } };
  expect(await referent(halfDayMove, move)).toMatchObject({ status: 200 });
  const after = await referent(cohortTimetableRead, { params: owner });
  expect(after.bytes).toEqual(before.bytes);
});

test.each(Object.entries(statements))(
  "the rows of the timetable of a %s are what they are declared to be",
  async (...of) => {
    const [kind, statement] = of;
    const { id: enrolmentId } = { id: crypto.randomUUID() };
    const id =
      { cohort: owner.cohortId, trainer: owner.trainerId, room: owner.roomId, trainee: enrolmentId }[kind] ?? "";
    const values = [id, null, null, ...(kind === "trainee" ? [[]] : [])];
    const [rows] = await rowsOf(app.ctx, statement, values);
    expect(timetableRows.parse(rows)).toEqual(rows);
  },
);

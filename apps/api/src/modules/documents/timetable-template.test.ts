import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cohortTimetableRead } from "@passerelle/contracts/documents";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { startApp } from "../../../test/client.ts";
import { readPdf } from "../../../test/pdf.ts";
import { houseTypesetter, Typesetter } from "../../core/typesetter.ts";
import { readEnv } from "../../env.ts";
import { serve } from "../../main.ts";
import { checkTemplates } from "./check-templates.ts";
import { specimenTimetable } from "./specimen-timetable.ts";
import type { DayFacts, TimetableFacts } from "./timetable-facts.ts";

const house = (name: string) => new URL(`../../../templates/${name}`, import.meta.url);

let folder: string;
let typesetter: Typesetter;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "passerelle-own-templates-"));
  typesetter = new Typesetter(folder);
});
afterEach(() => {
  for (const name of ["letterhead.typ", "timetable.typ", "words.typ"]) rmSync(join(folder, name), { force: true });
});
afterAll(() => {
  typesetter.close();
  rmSync(folder, { recursive: true });
});

async function typeset(facts: Partial<TimetableFacts>, by = houseTypesetter) {
  const data = { ...specimenTimetable("fr"), ...facts };
  return readPdf(await by.typeset({ template: "timetable.typ", data }));
}

/** This many days of two half-days each, of one month. */
function longMonth(days: number): Partial<TimetableFacts> {
  const [month] = specimenTimetable("fr").months;
  const [day] = month?.days ?? [];
  if (month === undefined || day === undefined) throw new Error("the specimen has no day");
  const list = Array.from({ length: days }, (_, index): DayFacts => ({ ...day, day: `jour ${index + 1}` }));
  return { months: [{ ...month, days: list }] };
}

test("a list longer than a page goes on with its heads, no day is parted, and none is lost", async () => {
  const { pages, rows, heads } = await typeset(longMonth(200));
  expect(pages.length).toBeGreaterThan(6);
  const days = rows.filter((cells) => cells[0]?.startsWith("jour "));
  expect(days.map((cells) => /^jour \d+/.exec(cells[0] ?? "")?.[0])).toEqual(
    Array.from({ length: 200 }, (_, index) => `jour ${index + 1}`),
  );
  expect(heads.filter((cells) => cells[0] === "Jour").length).toBe(1); // repeated for the eye alone
  for (const [index, page] of pages.slice(1, -1).entries()) {
    expect(page).toContain(`Page ${index + 2} sur ${pages.length}`);
    expect(page).toContain("Jour Horaires Contenu Avec Lieu");
    expect(page.match(/9 h – 12 h 30/g)?.length).toBe(page.match(/13 h 30 – 17 h/g)?.length);
  }
});

test("a month that is short stays on one page with its heading", async () => {
  const { months } = longMonth(7);
  const { pages } = await typeset({ months: Array.from({ length: 12 }, () => months ?? []).flat() });
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) {
    expect(page.match(/Mai 2017/g)?.length ?? 0).toBe(page.match(/jour 1\b/g)?.length ?? 0);
    expect(page.match(/jour 7\b/g)?.length ?? 0).toBe(page.match(/jour 1\b/g)?.length ?? 0);
  }
});

test("names without a place to break them stay within their column", async () => {
  const long = "Salle-des-mariages/".repeat(30) + "x".repeat(200);
  const facts = JSON.parse(JSON.stringify(specimenTimetable("fr")).replaceAll('"Salle"', JSON.stringify(long)));
  const { rows, rightEdge } = await typeset({ ...facts, name: long });
  expect(rows[0]?.at(-1)?.match(/x/g)).toHaveLength(200);
  expect(rightEdge).toBeLessThanOrEqual(550); // A4 is 595 points wide, its margin 45
});

test("French is hyphenated as French", async () => {
  const line = "anticonstitutionnellement institutionnalisation départementalisation ".repeat(4).trim();
  const [month] = specimenTimetable("fr").months;
  const facts = JSON.parse(JSON.stringify({ months: [month] }).replaceAll('"Bloc"', JSON.stringify(line)));
  const { rows } = await typeset({ ...facts, kind: "trainer" });
  expect(rows[0]?.join(" ")).toMatch(/\p{L} - \p{L}/u);
});

test("an installation changes one file, and the rest is the house’s", async () => {
  const words = readFileSync(house("words.typ"), "utf8").replaceAll("Emploi du temps", "Calendrier");
  writeFileSync(join(folder, "words.typ"), words);
  const { title, headings } = await typeset({}, typesetter);
  expect(title).toBe("Calendrier – Promotion");
  expect(headings[0]?.text).toBe("Calendrier");
  expect((await typeset({})).title).toBe("Emploi du temps – Promotion");
});

function breakTemplate(): void {
  copyFileSync(house("timetable.typ"), join(folder, "timetable.typ"));
  writeFileSync(join(folder, "letterhead.typ"), "#let ink = black\n#let quiet = gris\n");
}

test("a template that went wrong meanwhile answers 503 with its line, in the caller’s language", async () => {
  const app = await startApp({ typesetter });
  try {
    const { id: cohortId } = await aCohort(app.ctx);
    const referent = await app.as("referent");
    breakTemplate();
    const answer = await referent(cohortTimetableRead, { params: { cohortId } });
    expect(answer).toMatchObject({ status: 503, body: { code: "template_invalid" } });
    expect(answer.body.detail).toContain("letterhead.typ:2 : unknown variable: gris");
    expect(answer.body.facts).toEqual({ template: "letterhead.typ", line: 2, message: "unknown variable: gris" });
    rmSync(join(folder, "letterhead.typ"));
    expect(await referent(cohortTimetableRead, { params: { cohortId } })).toMatchObject({ status: 200 });
  } finally {
    await app.close();
  }
});

test("Passerelle does not start with templates that are wrong, and names the file and the line", async () => {
  breakTemplate();
  const databaseUrl = "postgresql://nobody:nothing@127.0.0.1:9/none"; // not reached
  const env = readEnv({ PORT: "0", TEMPLATES_DIR: folder, DATABASE_URL: databaseUrl, LOG_LEVEL: "silent" });
  await expect(serve({ env, databaseUrl })).rejects.toThrow(
    /^TEMPLATES_DIR is .*letterhead\.typ, line 2: unknown variable: gris/,
  );
});

test("templates that are not there are named, those that hold pass", async () => {
  const missing = join(folder, "none");
  await expect(checkTemplates(missing, typesetter)).rejects.toThrow(
    `TEMPLATES_DIR is "${missing}", but must be a folder`,
  );
  await expect(checkTemplates(folder, typesetter)).resolves.toBeUndefined();
});

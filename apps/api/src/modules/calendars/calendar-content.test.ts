import { calendarRead } from "@passerelle/contracts/calendars";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { halfDayList } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { aFeed, eventOf, eventsIn, eventsOf, publishEdits, readFeed } from "../../../test/calendars.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, aPerson, aTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { rowsOf } from "../../core/statement.ts";
import { hashOf } from "../../core/tokens.ts";
import { cohortStatement, feedHalfDay, personStatement, roomStatement } from "./feed-half-days.queries.ts";
import { openFeed, openFeedStatement } from "./feed.queries.ts";

/** Winter time begins on Sunday 29 October 2017, summer time on Sunday 25 March 2018. */
const aroundTheClocks = ["2017-10-27", "2017-10-30", "2018-03-23", "2018-03-26"];

let app: TestApp;
let referent: Client;
let trainer: Client;
let plan: Plan;
const taught: { trainerId: string; roomId: string } = { trainerId: "", roomId: "" };
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  plan = await aPlannedCohort(app.ctx);
  const account = await anAccount(app, "trainer");
  trainer = await signedIn(app, account.email);
  taught.trainerId = (await aTrainer(app.ctx, { userId: account.userId })).id;
  taught.roomId = (await aRoom(app.ctx, { name: "Salle Garrigue" })).id;
  const halfDays = plan.sessions.flatMap((session) =>
    session.halfDays.slice(0, 3).map(({ id }) => ({ id, ...taught })),
  );
  const exam = plan.examHalfDays.map(({ id }, index) => ({ id, day: aroundTheClocks[index], slot: "pm" }));
  await publishEdits(referent, plan.cohortId, [...halfDays, ...exam]);
});
afterAll(() => app.close());

async function halfDaysOf(client: Client, query: Record<string, string>): Promise<HalfDay[]> {
  const { body } = await client(halfDayList, { query: { ...query, limit: "200" } });
  return body.items;
}

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

/** What both the API and a calendar say of a half-day. */
function facts(each: Pick<HalfDay, "id" | "startsAt" | "endsAt">) {
  return { id: each.id, startsAt: each.startsAt, endsAt: each.endsAt };
}

test.each([
  ["trainee", async () => (await aTrainee(app, plan.cohortId)).client, { kind: "person" }, () => ({}), 76],
  ["trainer", async () => trainer, { kind: "person" }, () => ({ trainerId: taught.trainerId }), 27],
  ["cohort", async () => referent, { kind: "cohort" }, () => ({ cohortId: plan.cohortId }), 76],
  ["room", async () => referent, { kind: "room" }, () => ({ roomId: taught.roomId }), 27],
] as const)("another library reads in a %s’s calendar the half-days of the API, all of them", async (...of) => {
  const [name, clientOf, { kind }, query, count] = of;
  const client = await clientOf();
  const owner = { cohort: { cohortId: plan.cohortId }, room: { roomId: taught.roomId }, person: {} }[kind];
  const events = await eventsOf(app, await aFeed(client, { kind, ...owner }));
  const halfDays = await halfDaysOf(client, query());
  expect([name, events.length]).toEqual([name, count]);
  expect(events.map(facts).toSorted(byId)).toEqual(halfDays.map(facts).toSorted(byId));
  expect(new Set(events.map(({ status, zone }) => `${status} ${zone}`))).toEqual(new Set(["CONFIRMED Europe/Paris"]));
});

test("instants are those of the clocks of France, before and after both changes", async () => {
  const events = await eventsOf(app, await aFeed(referent, { kind: "cohort", cohortId: plan.cohortId }));
  const utc = new Map(events.map(({ startsAt, startsAtUtc }) => [startsAt, startsAtUtc]));
  for (const { startsAt, startsAtUtc } of events) {
    const instant = Temporal.PlainDateTime.from(startsAt).toZonedDateTime("Europe/Paris").toInstant();
    expect(startsAtUtc).toBe(instant.toString());
  }
  expect(aroundTheClocks.map((day) => utc.get(`${day}T13:30`))).toEqual([
    "2017-10-27T11:30:00Z",
    "2017-10-30T12:30:00Z",
    "2018-03-23T12:30:00Z",
    "2018-03-26T11:30:00Z",
  ]);
});

/** A calendar's text with its folded lines made whole again. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

test("a calendar is made of folded lines, asks to be read again each hour, and holds its time zone once", async () => {
  const { body, headers } = await readFeed(app, await aFeed(referent, { kind: "cohort", cohortId: plan.cohortId }));
  expect(headers).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
    "content-disposition": "inline; filename*=UTF-8''passerelle.ics",
  });
  const lines = body.split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(lines.filter((line: string) => Buffer.byteLength(line) > 75 || line.includes("\n"))).toEqual([]);
  expect(lines).toEqual(expect.arrayContaining(["METHOD:PUBLISH", "X-PUBLISHED-TTL:PT1H"]));
  expect(body.match(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Paris\r\n/g)).toHaveLength(1);
});

test("a half-day says what, where and with whom; an exam says so; in English where the address does", async () => {
  const [first] = plan.sessions[0]?.halfDays ?? [];
  const { client } = await aTrainee(app, plan.cohortId);
  const file = await aFeed(client);
  expect(await eventOf(app, file, first?.id ?? "")).toMatchObject({
    summary: "CCP1 · Veille sociale et réseaux",
    location: expect.stringMatching(/^Salle Garrigue, Site /),
    description: expect.stringMatching(
      /^Avec Camille Exemple\n\nCCP1 · Contribuer [^\n]+(\nC\d\d · [^\n]+)+\n\nPromotion : /,
    ),
  });
  const exam = plan.examHalfDays[0]?.id ?? "";
  expect(await eventOf(app, file, exam)).toMatchObject({ summary: "Certification (examen)", location: null });
  const { body } = await app.anonymous(calendarRead, { params: { file }, query: { lang: "en" } });
  const english = eventsIn(body).find(({ id }) => id === exam);
  expect(english).toMatchObject({ summary: "Certification (exam)", description: "Cohort: Promotion 2017-2018" });
  expect(body).toContain("X-WR-CALNAME:My timetable");
  const [taughtByThem] = await eventsOf(app, await aFeed(trainer));
  expect(taughtByThem?.summary).toBe("CCP1 · Veille sociale et réseaux · Promotion 2017-2018");
});

test("no trainee is named in any calendar, not even in their own", async () => {
  const named = [
    ["Zébulon", "N’Guyen–Éloïse"],
    ["Ø", "D’Œuf-Ægir"],
  ] as const;
  const files = [
    await aFeed(trainer),
    await aFeed(referent, { kind: "cohort", cohortId: plan.cohortId }),
    await aFeed(referent, { kind: "room", roomId: taught.roomId }),
  ];
  for (const [givenName, birthName] of named) {
    const personId = await aPerson(app.ctx, { givenName, birthName });
    files.push(await aFeed((await aTrainee(app, plan.cohortId, { personId })).client));
  }
  for (const file of files) {
    const text = unfolded((await readFeed(app, file)).body);
    expect(eventsIn(text).length).toBeGreaterThan(0);
    for (const name of named.flat()) expect(text).not.toContain(name);
  }
});

test("whatever is typed comes out of another library as it was typed", async () => {
  const hostile = String.raw`Salle ; « A », \n\, "C:D" 🏫 ${"é,;".repeat(15)}`.slice(0, 80);
  const name = `Promotion, "BEGIN:VEVENT"; ${"très longue, ".repeat(6)}fin`;
  const note = "Venez à 9 h ;\r\nEND:VCALENDAR\nUID:faux, \\; « fin »\n\n🙂".repeat(8).slice(0, 480);
  const other = await aPlannedCohort(app.ctx);
  await app.ctx.db.cohort.update({ where: { id: other.cohortId }, data: { name } });
  const addressLines = ["1, rue de l’Étang ; bât. B", "34000 Exemple"];
  const site = await app.ctx.db.site.create({ data: { name: "Site; un, deux", addressLines } });
  const room = await aRoom(app.ctx, { name: hostile, siteId: site.id });
  const halfDayId = other.sessions[0]?.halfDays[0]?.id ?? "";
  await publishEdits(referent, other.cohortId, [{ id: halfDayId, roomId: room.id }], { note });
  const { body } = await readFeed(app, await aFeed(referent, { kind: "cohort", cohortId: other.cohortId }));
  expect(eventsIn(body)).toHaveLength(76);
  expect(eventsIn(body).find(({ id }) => id === halfDayId)).toMatchObject({
    location: `${hostile}, Site; un, deux, ${addressLines.join(", ")}`,
    description: expect.stringContaining(`Promotion : ${name}\n\nÀ savoir : ${note.replaceAll("\r\n", "\n")}`),
  });
  // The other library knows no NAME (RFC 7986), and leaves its text as it came.
  const escaped = name.replaceAll(/[,;]/g, String.raw`\$&`);
  expect(
    unfolded(body)
      .match(/^(X-WR-CAL)?NAME:.*/gm)
      ?.map((line) => line.split(" · ")[0]),
  ).toEqual([`NAME:${escaped}`, `X-WR-CALNAME:${escaped}`]);
});

test("a trainee’s calendar leaves out the blocks they are exempt from; a VAE candidate’s holds the exam alone", async () => {
  const { client, enrolmentId } = await aTrainee(app, plan.cohortId);
  const exempt = { enrolmentId, block: { code: "CCP2" } };
  await app.ctx.db.enrolmentBlock.updateMany({ where: exempt, data: { prescribedMinutes: 0 } });
  const summaries = async (client: Client) =>
    Map.groupBy(await eventsOf(app, await aFeed(client)), ({ summary }) => summary.slice(0, 4));
  const seen = await summaries(client);
  expect([...seen].map(([start, events]) => [start, events.length])).toEqual([
    ["CCP1", 22],
    ["Cert", 4],
    ["CCP3", 20],
  ]);
  const candidate = await aTrainee(app, plan.cohortId, { route: "vae" });
  expect([...(await summaries(candidate.client)).keys()]).toEqual(["Cert"]);
});

test("what both halves of a person’s work are, taught and followed, is in one calendar", async () => {
  const account = await anAccount(app, "trainer", "trainee");
  const client = await signedIn(app, account.email);
  const { id } = await aTrainer(app.ctx, { userId: account.userId });
  const other = await aPlannedCohort(app.ctx);
  const halfDayId = other.sessions[0]?.halfDays[7]?.id ?? "";
  await publishEdits(referent, other.cohortId, [{ id: halfDayId, trainerId: id }]);
  const { personId } = await app.ctx.db.user.findUniqueOrThrow({ where: { id: account.userId } });
  await anEnrolment(app.ctx, plan.cohortId, { personId });
  const events = await eventsOf(app, await aFeed(client));
  expect(events).toHaveLength(77);
  expect(events.map((event) => event.id)).toContain(halfDayId);
});

test("calendars keep 13 months of the past", async () => {
  const file = await aFeed(referent, { kind: "cohort", cohortId: plan.cohortId });
  const firstDay = async (today: string) => {
    app.setNow(`${today}T10:00:00Z`);
    const [first] = await eventsOf(app, file);
    app.setNow("2017-05-02T10:00:00Z");
    return first?.startsAt.slice(0, 10);
  };
  const inMay = plan.sessions[0]?.days[0];
  expect([await firstDay("2018-06-30"), await firstDay("2018-07-01")]).toEqual([inMay, plan.sessions[1]?.days[0]]);
});

test("the rows of each statement are what they are said to be", async () => {
  const { personId } = await anEnrolment(app.ctx, plan.cohortId);
  const reads = [
    [personStatement, ["2017-01-01", personId, taught.trainerId, [], "Europe/Paris"]],
    [cohortStatement, ["2017-01-01", plan.cohortId]],
    [roomStatement, ["2017-01-01", taught.roomId]],
  ] as const;
  for (const [statement, values] of reads) {
    const rows = await rowsOf(app.ctx, statement, values);
    expect(rows.length).toBeGreaterThan(0);
    expect(() => z.array(feedHalfDay).parse(rows)).not.toThrow();
  }
  const secret = (await aFeed(trainer)).replace(".ics", "");
  const feeds = await rowsOf(app.ctx, openFeedStatement, [hashOf(secret)]);
  expect(z.array(openFeed).parse(feeds)).toHaveLength(1);
});

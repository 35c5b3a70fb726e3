import { describe, expect, test } from "vitest";
import { daysBySession, msadsBounds } from "./msads.fixture.ts";
import type { PlanBounds, PlannedHalfDay } from "./plan.ts";
import { proposePlan, type Proposal } from "./propose-plan.ts";
import { publicHolidays } from "./public-holidays.ts";
import { aRoom, aTrainer, away, busyOn, forEveryBlock, msadsTaught, teachingOf, times } from "./staff.fixture.ts";
import type { Wishes } from "./wishes.ts";

function proposed(wishes: Partial<Wishes>, change: Partial<PlanBounds> = {}): Proposal {
  const answer = proposePlan(msadsTaught, { ...msadsBounds, ...change }, { times, ...wishes });
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.causes));
  return answer;
}

const all = ({ plan }: Proposal): PlannedHalfDay[] => [...teachingOf(plan), ...plan.examHalfDays];
const weekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;
const oneSession = { ...msadsTaught, sessionCount: 1, examDayCount: 0, examHalfDaysByBlock: {} };

describe("a centre closed in August", () => {
  const closures = [{ from: "2017-07-29", to: "2017-09-03", label: "Été" }];

  test("has the whole year all the same, taught and housed, with the other eight months", () => {
    const wishes = { trainers: forEveryBlock(aTrainer("Alex")), rooms: [aRoom("R1")] };
    const answer = proposed(wishes, { closures, skipMonths: [] });
    expect(answer).toMatchObject({
      outcome: "exact",
      unmet: [],
      skippedMonths: [{ month: "2017-08", reason: "no_room" }],
    });
    expect(all(answer).filter(({ day }) => day >= "2017-07-29" && day <= "2017-09-03")).toEqual([]);
  });

  test("is no place to move to: the nearest half-day that would do is outside it", () => {
    const trainers = forEveryBlock(aTrainer("Alex", { unavailabilities: [away("2017-07-01", { to: "2017-07-28" })] }));
    const [missing] = proposed({ trainers }, { closures, skipMonths: [] }).unmet;
    expect(missing).toMatchObject({ code: "trainer_missing", remedy: { kind: "move" } });
    const moves = missing?.remedy?.kind === "move" ? missing.remedy.moves : [];
    expect(moves.length).toBeGreaterThan(0);
    for (const { to } of moves) expect(to.day < "2017-07-01" || to.day > "2017-09-03").toBe(true);
  });
});

describe.each([
  [2017, ["2017-05-01", "2017-05-08", "2017-05-25"]],
  [2018, ["2018-05-01", "2018-05-08", "2018-05-10", "2018-05-21"]],
])("May %i, full of holidays", (year, holidays) => {
  const titleInForce = { from: "2015-05-16", to: "2022-05-15" };
  const change = { notBefore: `${year}-05-01`, notAfter: `${year + 1}-04-30`, titleInForce, skipMonths: [] };

  test("has its session on working days, with the trainer and the room on each", () => {
    const wishes = { trainers: forEveryBlock(aTrainer("Alex")), rooms: [aRoom("R1")] };
    const answer = proposed(wishes, change);
    const [may = []] = daysBySession(answer.plan);
    expect(may.every((day) => day.startsWith(`${year}-05`))).toBe(true);
    expect(publicHolidays(year).map(({ day }) => day)).toEqual(expect.arrayContaining(holidays));
    expect(all(answer).filter(({ day }) => holidays.includes(day))).toEqual([]);
    expect(answer).toMatchObject({ outcome: "exact", unmet: [] });
  });

  test("and a trainer who comes on Mondays, Tuesdays and Thursdays only, is taken on those that are left", () => {
    const trainers = forEveryBlock(aTrainer("Alex", { unavailabilities: [away("2017-01-01", { weekdays: [3, 5] })] }));
    const [may = []] = proposed({ trainers }, change).plan.sessions.map(({ halfDays }) => halfDays);
    const taught = may.filter(({ trainerId }) => trainerId === "Alex");
    expect(taught.length).toBe(6);
    expect(taught.every(({ day }) => ![3, 5].includes(weekday(day)) && !holidays.includes(day))).toBe(true);
  });
});

describe("one trainer for CCP2, on Fridays only", () => {
  const friday = aTrainer("Noor", { unavailabilities: [away("2017-01-01", { weekdays: [1, 2, 3, 4] })] });
  const others = forEveryBlock(aTrainer("Alex"));
  const answer = proposed({ trainers: { ...others, CCP2: [friday] } });
  const ccp2 = teachingOf(answer.plan).filter(({ blockCode }) => blockCode === "CCP2");

  test("has a Friday in every session, and teaches CCP2 on each", () => {
    for (const days of daysBySession(answer.plan).slice(0, 9)) expect(days.map(weekday)).toContain(5);
    const taught = ccp2.filter(({ trainerId }) => trainerId === "Noor");
    expect(taught.length).toBe(18);
    expect(taught.every(({ day }) => weekday(day) === 5)).toBe(true);
  });

  test("leaves the twelve others open, each named, with the reason and the nearest Fridays", () => {
    expect(answer.proof.exact).toBe(true);
    const open = ccp2.filter(({ trainerId }) => trainerId === null).map(({ day, slot }) => ({ day, slot }));
    const missing = answer.unmet.filter((wish) => wish.code === "trainer_missing");
    expect(open.length).toBe(12);
    expect(missing.flatMap(({ facts }) => facts.halfDays)).toEqual(open);
    for (const { facts, remedy } of missing) {
      expect(facts.why).toMatchObject([{ name: "Noor", reason: "unavailable" }]);
      // Alex teaches CCP2 as well, and was asked for in other blocks only.
      expect(remedy).toMatchObject({ kind: "other_trainer", name: "Alex" });
    }
    const alone = proposed({ trainers: { CCP2: [friday] } }).unmet.filter(({ code }) => code === "trainer_missing");
    const moves = alone.flatMap(({ remedy }) => (remedy?.kind === "move" ? remedy.moves : []));
    expect(moves.length).toBe(12);
    expect(moves.every(({ to }) => weekday(to.day) === 5)).toBe(true);
  });

  test("bends the order by CCP2 alone, and says so", () => {
    const bent = answer.unmet.filter((wish) => wish.code === "block_order");
    expect(bent.map(({ facts }) => [facts.blockCode, facts.halfDays.length])).toEqual([["CCP2", 14]]);
    const rest = teachingOf(answer.plan).filter(({ blockCode }) => blockCode !== "CCP2");
    expect(rest.map(({ blockCode }) => blockCode)).toEqual([
      ...Array<string>(22).fill("CCP1"),
      ...Array<string>(20).fill("CCP3"),
    ]);
  });
});

describe("a room lost mid-year, nobody knows until when", () => {
  const lost = aRoom("Atelier", { unavailabilities: [away("2017-12-01")] });

  test("is replaced by the next preferred one from then on", () => {
    const answer = proposed({ rooms: [lost, aRoom("Grande")] });
    for (const { day, roomId } of all(answer)) expect(roomId).toBe(day < "2017-12-01" ? "Atelier" : "Grande");
    expect(answer.unmet).toEqual([]);
  });

  test("is named with another of the house, by session and for the exam, when no other was asked for", () => {
    const { unmet } = proposed({
      rooms: [lost],
      otherRooms: [aRoom("Petite", { capacity: 4 }), aRoom("Grande")],
      seats: 12,
    });
    expect(unmet.length).toBe(4);
    for (const wish of unmet) {
      expect(wish).toMatchObject({
        code: "room_missing",
        facts: { why: [{ name: "Atelier", reason: "unavailable", from: "2017-12-01", to: null }] },
        remedy: { kind: "other_room", name: "Grande" },
      });
    }
  });

  test("is named without a remedy for the exam, when nothing after it would do", () => {
    const exam = proposed({ rooms: [lost] }).unmet.at(-1);
    expect(exam).toMatchObject({ code: "room_missing", facts: { halfDays: { length: 4 } }, remedy: null });
  });
});

test("certification days fixed by the authority are kept, with the sessions and what they are taught with before them", () => {
  const wishes = {
    examDays: ["2018-03-12", "2018-03-13"],
    trainers: forEveryBlock(aTrainer("Alex")),
    rooms: [aRoom("R1")],
  };
  const answer = proposed(wishes);
  expect(daysBySession(answer.plan).at(-1)).toEqual(["2018-03-12", "2018-03-13"]);
  expect(answer.plan.examHalfDays.map(({ roomId }) => roomId)).toEqual(["R1", "R1", "R1", "R1"]);
  expect(answer).toMatchObject({ outcome: "exact", unmet: [], proof: { findings: [] } });
});

describe("29 February 2024", () => {
  const titleInForce = { from: "2022-05-16", to: "2027-05-16" };
  const change = { notBefore: "2024-02-26", notAfter: "2024-03-01", titleInForce, skipMonths: [] };
  const of = (wishes: Partial<Wishes>, more: Partial<PlanBounds> = {}) =>
    proposePlan(oneSession, { ...msadsBounds, ...change, ...more }, { times, ...wishes });

  test("is taught on, with its trainer and its room", () => {
    const fridayAway = aTrainer("Alex", { unavailabilities: [away("2024-03-01", { to: "2024-03-01" })] });
    const answer = of({ trainers: forEveryBlock(fridayAway), rooms: [aRoom("R1")] });
    expect(answer).toMatchObject({ outcome: "gap" });
    const halfDays = answer.outcome === "refused" ? [] : teachingOf(answer.plan);
    expect(halfDays.filter(({ day }) => day === "2024-02-29")).toMatchObject([
      { slot: "am", trainerId: "Alex", roomId: "R1" },
      { slot: "pm", trainerId: "Alex", roomId: "R1" },
    ]);
  });

  test("may end an unavailability, or begin one, and bounds may end on it", () => {
    const until = aTrainer("Alex", { unavailabilities: [away("2024-02-26", { to: "2024-02-29" })] });
    const from = aTrainer("Camille", { unavailabilities: [away("2024-02-29")] });
    const answer = of({ trainers: forEveryBlock(until, from) }, { notAfter: "2024-02-29" });
    const halfDays = answer.outcome === "refused" ? [] : teachingOf(answer.plan);
    expect(halfDays.map(({ day, trainerId }) => `${day} ${trainerId}`)).toEqual(
      ["26", "27", "28"]
        .flatMap((day) => Array<string>(2).fill(`2024-02-${day} Camille`))
        .concat(Array<string>(2).fill("2024-02-29 null")),
    );
  });
});

describe.each([
  ["summer time ends on 29 October 2017", "2017-10-30", "2017-11-03", ["2017-10-30", "2017-10-31"]],
  ["summer time begins on 25 March 2018", "2018-03-26", "2018-03-30", ["2018-03-26", "2018-03-27"]],
])("around the night when %s", (_, notBefore, notAfter, [monday = "", tuesday = ""]) => {
  const answerWith = (start: string, end: string) => {
    const busy = [busyOn(monday, start, end), busyOn(tuesday, start, end)];
    const answer = proposePlan(
      { ...oneSession, daysPerSession: 2 },
      { ...msadsBounds, notBefore, notAfter: tuesday, skipMonths: [] },
      { times, trainers: forEveryBlock(aTrainer("Alex", { busy })), rooms: [aRoom("R1", { busy })] },
    );
    if (answer.outcome === "refused") throw new Error(notAfter);
    return teachingOf(answer.plan).map(({ slot, trainerId, roomId }) => `${slot} ${trainerId} ${roomId}`);
  };

  test("what ends when a half-day begins is not in its way, and a minute more is", () => {
    expect(answerWith("12:30", "13:30")).toEqual(["am Alex R1", "pm Alex R1", "am Alex R1", "pm Alex R1"]);
    expect(answerWith("12:29", "13:30")).toEqual(["am null null", "pm Alex R1", "am null null", "pm Alex R1"]);
    expect(answerWith("12:30", "13:31")).toEqual(["am Alex R1", "pm null null", "am Alex R1", "pm null null"]);
  });
});

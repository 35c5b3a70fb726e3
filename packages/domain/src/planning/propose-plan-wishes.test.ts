import { describe, expect, test } from "vitest";
import { daysBySession, msadsBounds } from "./msads.fixture.ts";
import type { PlanBounds } from "./plan.ts";
import { proposePlan, type Proposal } from "./propose-plan.ts";
import { aRoom, aTrainer, away, busyOn, forEveryBlock, msadsTaught, teachingOf, times } from "./staff.fixture.ts";
import type { Wishes } from "./wishes.ts";

function proposed(wishes: Partial<Wishes>, change: Partial<PlanBounds> = {}): Proposal {
  const answer = proposePlan(msadsTaught, { ...msadsBounds, ...change }, { times, ...wishes });
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.causes));
  return answer;
}

const trainersOf = ({ plan }: Proposal) => new Set(teachingOf(plan).map(({ trainerId }) => trainerId));
const roomsOf = ({ plan }: Proposal) => plan.sessions.map(({ halfDays }) => halfDays.map(({ roomId }) => roomId));

describe("trainers", () => {
  test("the first preferred one teaches all they can, the next only what is left", () => {
    const first = aTrainer("Alex", { unavailabilities: [away("2017-06-14", { to: "2017-06-14", slot: "pm" })] });
    const answer = proposed({ trainers: forEveryBlock(first, aTrainer("Camille")) });
    const helped = teachingOf(answer.plan).filter(({ trainerId }) => trainerId !== "Alex");
    expect(helped).toMatchObject([{ day: "2017-06-14", slot: "pm", trainerId: "Camille" }]);
    expect(answer.unmet).toEqual([]);
  });

  test("a half-day goes to somebody who teaches its competency, whoever is preferred", () => {
    const only = aTrainer("Alex", { competencyCodes: ["C01", "C03", "C12"] });
    const answer = proposed({ trainers: forEveryBlock(only, aTrainer("Camille")) });
    for (const { competencyCodes: [code = ""] = [], trainerId } of teachingOf(answer.plan)) {
      expect(trainerId).toBe(only.competencyCodes.includes(code) ? "Alex" : "Camille");
    }
  });

  test("nobody is looked for in a block that names nobody, and nothing is missing there", () => {
    const answer = proposed({ trainers: { CCP1: [aTrainer("Alex")] } });
    expect(trainersOf(answer)).toEqual(new Set(["Alex", undefined]));
    expect(answer.unmet).toEqual([]);
  });

  test("days are kept as they would be without wishes while blocks can change places, and the change is named", () => {
    const trainers = {
      ...forEveryBlock(aTrainer("Alex")),
      CCP1: [aTrainer("Camille", { unavailabilities: [away("2017-05-16", { to: "2017-05-17" })] })],
    };
    const answer = proposed({ trainers });
    expect(daysBySession(answer.plan)).toEqual(daysBySession(proposed({}).plan));
    const [first] = answer.plan.sessions;
    expect(first?.halfDays.map(({ blockCode }) => blockCode)).toEqual([
      ...Array<string>(4).fill("CCP2"),
      ...Array<string>(4).fill("CCP1"),
    ]);
    expect(answer.proof.exact).toBe(true);
    expect(answer.unmet).toMatchObject([
      { code: "block_order", facts: { blockCode: "CCP2", halfDays: [{ day: "2017-05-16" }, {}, {}, {}] } },
    ]);
  });

  test("when days must change, those are found on which each session teaches what it should", () => {
    const inFebruary = (from: string, to: string) => [away("2018-02-01", { to: from }), away(to, { to: "2018-02-28" })];
    const trainers = {
      CCP1: [aTrainer("Alex", { unavailabilities: inFebruary("2018-02-18", "2018-03-01") })],
      CCP2: [aTrainer("Camille", { unavailabilities: inFebruary("2018-02-14", "2018-02-15") })],
      CCP3: [aTrainer("Noor", { unavailabilities: inFebruary("2018-02-01", "2018-02-10") })],
    };
    const answer = proposed({ trainers });
    expect(daysBySession(answer.plan)[8]).toEqual(["2018-02-06", "2018-02-07", "2018-02-08", "2018-02-09"]);
    expect(answer.unmet).toEqual([]);
  });

  test("and else those on which a block comes in months that are not its own", () => {
    const monday = aTrainer("Noor", { unavailabilities: [away("2017-01-01", { weekdays: [2, 3, 4, 5] })] });
    const answer = proposed({ trainers: { CCP3: [monday] } });
    const withMonday = daysBySession(answer.plan)
      .slice(0, 9)
      .filter((days) => days.some((day) => Temporal.PlainDate.from(day).dayOfWeek === 1));
    const taught = teachingOf(answer.plan).filter(({ trainerId }) => trainerId === "Noor");
    expect(withMonday.length).toBe(9);
    expect(taught.length).toBe(18);
  });

  test("a competency that nobody asked for teaches is named, with who of the house does", () => {
    const asked = aTrainer("Alex", { competencyCodes: ["C12", "C13"] });
    const others = [aTrainer("Robin", { competencyCodes: ["C13"] }), aTrainer("Camille", { competencyCodes: ["C14"] })];
    const { unmet } = proposed({ trainers: { CCP3: [asked] }, otherTrainers: others });
    expect(unmet.length).toBeGreaterThan(0);
    for (const wish of unmet) {
      expect(wish).toMatchObject({
        code: "trainer_missing",
        facts: { competencyCodes: ["C14"], why: [{ name: "Alex", reason: "does_not_teach" }] },
        remedy: { kind: "other_trainer", name: "Camille" },
      });
    }
  });

  test("without anybody else, the nearest free half-day is named when somebody asked for could", () => {
    const unavailabilities = [away("2017-06-01", { to: "2017-06-30", slot: "am" })];
    const { unmet } = proposed({ trainers: forEveryBlock(aTrainer("Alex", { unavailabilities })) });
    const days = ["2017-06-13", "2017-06-14", "2017-06-15", "2017-06-16"];
    expect(unmet).toMatchObject([
      {
        code: "trainer_missing",
        facts: { halfDays: days.map((day) => ({ day, slot: "am" })) },
        remedy: { kind: "move", moves: days.map((day) => ({ from: { day }, name: "Alex" })) },
      },
    ]);
  });

  test("no half-day is named as nearest before the edition is in force (R3)", () => {
    const unavailabilities = [away("2017-05-16", { to: "2017-06-02" })];
    const trainers = forEveryBlock(aTrainer("Alex", { unavailabilities }));
    const [missing] = proposed({ trainers }, { notBefore: "2017-05-01" }).unmet;
    const moves = missing?.remedy?.kind === "move" ? missing.remedy.moves : [];
    expect(moves.length).toBe(8);
    expect(moves.filter(({ to }) => to.day < "2017-05-16")).toEqual([]);
  });
});

describe("rooms", () => {
  test("the first preferred one that is free for the whole session holds it all", () => {
    const first = aRoom("R1", { busy: [busyOn("2017-06-15", "13:30", "17:00")] });
    const answer = proposed({ rooms: [first, aRoom("R2")] });
    expect(roomsOf(answer).map((rooms) => [...new Set(rooms)])).toEqual([
      ["R1"],
      ["R2"],
      ...Array.from({ length: 7 }, () => ["R1"]),
    ]);
    expect(answer.plan.examHalfDays.map(({ roomId }) => roomId)).toEqual(Array(4).fill("R1"));
    expect(answer.plan.examHalfDays.every(({ trainerId }) => trainerId === undefined)).toBe(true);
  });

  test("without one for the whole session, each day has its own, and else each half-day", () => {
    const rooms = [
      aRoom("R1", { busy: [busyOn("2017-06-13", "09:00", "12:30"), busyOn("2017-06-15", "13:30", "17:00")] }),
      aRoom("R2", { busy: [busyOn("2017-06-13", "13:30", "17:00"), busyOn("2017-06-14", "09:00", "17:00")] }),
    ];
    const closures = [{ from: "2017-06-17", to: "2017-07-09" }];
    const answer = proposed({ rooms }, { closures, notBefore: "2017-06-13", notAfter: "2018-06-30" });
    expect(roomsOf(answer)[0]).toEqual(["R2", "R1", "R1", "R1", "R2", "R2", "R1", "R1"]);
    expect(answer.unmet).toEqual([]);
  });

  test("one with seats enough comes before a smaller one, which is named with how many it lacks", () => {
    const large = aRoom("Grande", { capacity: 20, unavailabilities: [away("2018-01-01", { to: "2018-01-31" })] });
    const answer = proposed({
      rooms: [aRoom("Petite", { capacity: 8 }), large],
      seats: 12,
      otherRooms: [aRoom("Autre")],
    });
    expect(new Set(roomsOf(answer)[0])).toEqual(new Set(["Grande"]));
    expect(new Set(roomsOf(answer)[7])).toEqual(new Set(["Petite"]));
    expect(answer.unmet).toMatchObject([
      {
        code: "room_too_small",
        facts: { roomName: "Petite", capacity: 8, seats: 12, halfDays: { length: 8 } },
        remedy: { kind: "other_room", name: "Autre" },
      },
    ]);
  });

  test("days move to where a room is, before they mind the weekdays", () => {
    const weekdays = [1, 2, 3, 4];
    expect(daysBySession(proposed({}, { weekdays }).plan)[0]?.[0]).toBe("2017-05-29");
    const busy = ["29", "30", "31"].map((day) => busyOn(`2017-05-${day}`, "08:00", "18:00"));
    const answer = proposed({ rooms: [aRoom("R1", { busy })] }, { weekdays });
    expect(daysBySession(answer.plan)[0]).toEqual(["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-19"]);
    expect(answer.unmet.map(({ code }) => code)).not.toContain("room_missing");
  });
});

describe("preferred weekdays", () => {
  test("days off them are named by week, with the preferred days of it that are free", () => {
    const [first] = proposed({}, { weekdays: [1, 2, 5] }).unmet;
    expect(first).toEqual({
      code: "weekday_not_preferred",
      facts: { days: ["2017-06-14", "2017-06-15"], weekdays: [1, 2, 5] },
      remedy: { kind: "days", days: ["2017-06-12"] },
    });
  });

  test("where no preferred day of their week is free, they are named together", () => {
    const closures = [
      { from: "2017-06-06", to: "2017-07-09" },
      { from: "2017-07-15", to: "2017-07-31" },
      { from: "2017-09-01", to: "2017-09-17" },
      { from: "2017-09-22", to: "2017-09-30" },
    ];
    const { unmet } = proposed({}, { weekdays: [2, 3, 4, 5], closures, notAfter: "2018-04-30" });
    expect(unmet).toEqual([
      {
        code: "weekday_not_preferred",
        facts: { days: ["2017-07-10", "2017-09-18"], weekdays: [2, 3, 4, 5] },
        remedy: null,
      },
    ]);
  });
});

describe("an exam on days the authority has fixed", () => {
  const refused = (examDays: string[], change: Partial<PlanBounds> = {}) => {
    const answer = proposePlan(msadsTaught, { ...msadsBounds, ...change }, { times, examDays });
    return answer.outcome === "refused" ? answer.causes : answer.outcome;
  };

  test("is on exactly these days, in their order, and no preference of weekdays is held against it", () => {
    const answer = proposed({ examDays: ["2018-03-26", "2018-03-22"] }, { weekdays: [2, 3, 4, 5] });
    expect(daysBySession(answer.plan).at(-1)).toEqual(["2018-03-22", "2018-03-26"]);
    expect(answer.outcome).toBe("exact");
    expect(answer.unmet.flatMap(({ facts }) => ("days" in facts ? facts.days : []))).not.toContain("2018-03-26");
  });

  test("pulls the last session towards it", () => {
    const answer = proposed({ examDays: ["2018-06-28", "2018-06-29"] }, { notAfter: "2018-06-30" });
    expect(daysBySession(answer.plan)[8]).toEqual(["2018-04-30", "2018-05-02", "2018-05-03", "2018-05-04"]);
    expect(answer.outcome).toBe("exact");
  });

  test.each([
    ["too few of them", ["2018-03-22"], [{ code: "exam_days_count", facts: { expected: 2, actual: 1 } }]],
    ["a holiday", ["2017-12-25", "2018-03-22"], [{ code: "exam_day_on_holiday", facts: { holiday: "christmas" } }]],
    ["a Saturday", ["2018-03-23", "2018-03-24"], [{ code: "exam_day_on_weekend", facts: { day: "2018-03-24" } }]],
    ["a day out of bounds", ["2018-03-30", "2018-04-03"], [{ code: "exam_day_outside", facts: { day: "2018-04-03" } }]],
    ["a month to skip", ["2017-08-30", "2018-03-01"], [{ code: "exam_day_skipped", facts: { month: "2017-08" } }]],
    ["one of them twice", ["2018-03-22", "2018-03-22"], [{ code: "exam_day_twice" }, { code: "exam_days_count" }]],
  ])("is refused for %s", (_, examDays, causes) => {
    expect(refused(examDays)).toMatchObject(causes);
  });

  test("is refused on a closing day, which is named", () => {
    const closures = [{ from: "2018-03-20", to: "2018-03-24", label: "Travaux" }];
    expect(refused(["2018-03-19", "2018-03-20"], { closures })).toEqual([
      {
        code: "exam_day_on_closure",
        facts: { day: "2018-03-20", from: "2018-03-20", to: "2018-03-24", label: "Travaux" },
      },
    ]);
  });

  test("is refused when the sessions do not fit before it, with the day they could be over", () => {
    const [cause] = refused(["2018-02-08", "2018-02-09"]);
    expect(cause).toEqual({
      code: "exam_days_too_early",
      facts: { examDay: "2018-02-08", sessionsNeeded: 9, sessionsPlaced: 8, nearestEnd: "2018-02-08" },
    });
    expect(refused(["2018-02-09", "2018-02-12"])).toBe("exact");
  });

  test("is refused when no last session lies within two months before it", () => {
    const closures = [{ from: "2018-02-17", to: "2018-05-31" }];
    expect(refused(["2018-06-04", "2018-06-05"], { closures, notAfter: "2018-06-30" })).toEqual([
      {
        code: "exam_days_too_late",
        facts: { examDay: "2018-06-05", lastSessionDay: "2018-02-16", latest: "2018-04-16" },
      },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { daysBySession, msads, msadsBounds } from "./msads.fixture.ts";
import type { PlanBounds, ProgrammeShape } from "./plan.ts";
import { proposePlan, type Proposal, type RefusalCause } from "./propose-plan.ts";

function proposed(shape: ProgrammeShape, bounds: PlanBounds): Proposal {
  const answer = proposePlan(shape, bounds);
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.causes));
  return answer;
}

function refused(shape: ProgrammeShape, bounds: PlanBounds): RefusalCause[] {
  const answer = proposePlan(shape, bounds);
  if (answer.outcome !== "refused") throw new Error(JSON.stringify(daysBySession(answer.plan)));
  return answer.causes;
}

const with2017 = (change: Partial<PlanBounds>): PlanBounds => ({ ...msadsBounds, ...change });
const monthsOf = ({ plan }: Proposal) => daysBySession(plan).map(([day]) => day?.slice(0, 7));

describe("the page's own cohort", () => {
  const answer = proposed(msads, msadsBounds);

  test("has nine sessions of four unbroken days from 16 May 2017 and the exam in March", () => {
    expect(daysBySession(answer.plan).map((days) => `${days[0]}…${days.at(-1)?.slice(8)}`)).toEqual([
      "2017-05-16…19",
      "2017-06-13…16",
      "2017-07-17…20",
      "2017-09-18…21",
      "2017-10-16…19",
      "2017-11-14…17",
      "2017-12-18…21",
      "2018-01-16…19",
      "2018-02-13…16",
      "2018-03-05…06",
    ]);
  });

  test("has 77, 112 and 77 hours in 76 half-days, 22, 32 and 22", () => {
    expect(answer.outcome).toBe("exact");
    expect(answer.proof.blocks.map(({ plannedHalfDays }) => plannedHalfDays)).toEqual([22, 32, 22]);
    expect(answer.proof.blocks.map(({ plannedMinutes }) => plannedMinutes / 60)).toEqual([77, 112, 77]);
    expect(answer.proof).toMatchObject({ plannedMinutes: 266 * 60, differenceMinutes: 0, findings: [] });
    expect(answer.proof.counts).toEqual({ sessions: 9, sessionDays: 36, examDays: 2, halfDays: 76 });
  });

  test("names August as skipped, and the holidays it worked around", () => {
    expect(answer.skippedMonths).toEqual([{ month: "2017-08", reason: "asked" }]);
    expect(answer.avoided.holidays.map(({ code }) => code)).toContain("ascension");
    expect(answer.avoided.closures).toEqual([]);
  });

  test("feeds the exam half-days to CCP2 and CCP3", () => {
    expect(answer.plan.examHalfDays.map(({ blockCode }) => blockCode)).toEqual(["CCP2", "CCP2", "CCP3", "CCP3"]);
  });

  test("is 14 hours short on CCP3 when the exam days do not count as training", () => {
    const short = proposed({ ...msads, examDaysCountAsTraining: false }, msadsBounds);
    expect(short.outcome).toBe("gap");
    expect(short.proof.blocks.map(({ differenceMinutes }) => differenceMinutes)).toEqual([0, 0, -14 * 60]);
    expect(short.plan.examHalfDays.every(({ blockCode }) => blockCode === null)).toBe(true);
  });

  test("has a surplus on the last block when a tenth session is asked for", () => {
    const over = proposed({ ...msads, sessionCount: 10 }, with2017({ notAfter: "2018-05-31" }));
    expect(over.outcome).toBe("surplus");
    expect(over.proof.blocks.map(({ differenceMinutes }) => differenceMinutes)).toEqual([0, 0, 28 * 60]);
  });
});

describe("what a proposal works around", () => {
  test("a day before the edition is not used, though the bounds begin there (R3)", () => {
    expect(daysBySession(proposed(msads, with2017({ notBefore: "2017-05-01" })).plan)[0]?.[0]).toBe("2017-05-16");
  });

  test("an August closure leaves August without room", () => {
    const closures = [{ from: "2017-07-31", to: "2017-09-01", label: "Été" }];
    const answer = proposed(msads, with2017({ skipMonths: [], closures }));
    expect(answer.skippedMonths).toEqual([{ month: "2017-08", reason: "no_room" }]);
    expect(answer.avoided.closures).toEqual(closures);
  });

  test("a Christmas closure moves December's session before it", () => {
    const closures = [{ from: "2017-12-16", to: "2018-01-07" }];
    const december = daysBySession(proposed(msads, with2017({ closures })).plan)[6];
    expect(december?.every((day) => day.startsWith("2017-12") && day < "2017-12-16")).toBe(true);
  });

  test("a month with only broken weeks is still used, its gap shown", () => {
    const closures = [
      { from: "2018-05-01", to: "2018-05-06" },
      { from: "2018-05-12", to: "2018-05-31" },
    ];
    const shape = { ...msads, sessionCount: 1, daysPerSession: 3, examDayCount: 0, examHalfDaysByBlock: {} };
    const answer = proposed(shape, with2017({ notBefore: "2018-05-01", notAfter: "2018-05-31", closures }));
    expect(daysBySession(answer.plan)[0]).toEqual(["2018-05-07", "2018-05-09", "2018-05-11"]);
    expect(answer.proof.findings).toContainEqual({
      code: "session_days_broken",
      facts: { session: 0, missingDays: ["2018-05-08", "2018-05-10"] },
    });
  });

  test("preferred weekdays are kept when a month allows, and given up when it does not", () => {
    const bounds = with2017({ notBefore: "2017-09-01", notAfter: "2018-08-31", weekdays: [1, 2, 3, 4] });
    const closures = [{ from: "2017-10-01", to: "2017-10-29" }];
    const [september, october] = daysBySession(proposed(msads, { ...bounds, closures }).plan);
    expect(september).toEqual(["2017-09-25", "2017-09-26", "2017-09-27", "2017-09-28"]);
    expect(october).toEqual(["2017-10-30", "2017-10-31", "2017-11-02", "2017-11-03"]);
  });

  test("29 February is a day like any other", () => {
    const shape = { ...msads, sessionCount: 1, examDayCount: 0, examHalfDaysByBlock: {} };
    const titleInForce = { from: "2022-05-16", to: "2028-05-16" };
    const answer = proposed(shape, with2017({ notBefore: "2028-02-28", notAfter: "2028-03-02", titleInForce }));
    expect(daysBySession(answer.plan)[0]).toEqual(["2028-02-28", "2028-02-29", "2028-03-01", "2028-03-02"]);
  });

  test("months whose weeks are all too near the session before are left out, and say so", () => {
    const answer = proposed(
      { ...msads, minDaysBetweenSessions: 45 },
      with2017({ skipMonths: [], notAfter: "2019-03-31" }),
    );
    expect(answer.skippedMonths.length).toBeGreaterThan(0);
    expect(new Set(answer.skippedMonths.map(({ reason }) => reason))).toEqual(new Set(["too_close"]));
  });

  test("a last month after which no exam would follow in two months is left out, and says so", () => {
    const closures = [{ from: "2017-05-20", to: "2017-08-31" }];
    const shape = { ...msads, sessionCount: 1 };
    const answer = proposed(shape, with2017({ skipMonths: [], closures, notAfter: "2017-12-31" }));
    expect(monthsOf(answer)).toEqual(["2017-09", "2017-10"]);
    expect(answer.skippedMonths.map(({ reason }) => reason)).toEqual([
      "exam_out_of_reach",
      "no_room",
      "no_room",
      "no_room",
    ]);
  });

  test("the same goes for the last of several sessions", () => {
    const closures = [{ from: "2017-06-10", to: "2017-08-31" }];
    const shape = { ...msads, sessionCount: 2 };
    const answer = proposed(shape, with2017({ skipMonths: [], closures, notAfter: "2017-12-31" }));
    expect(monthsOf(answer)).toEqual(["2017-05", "2017-09", "2017-10"]);
    expect(answer.skippedMonths.map(({ reason }) => reason)).toEqual(["exam_out_of_reach", "no_room", "no_room"]);
  });

  test("an exam two months to the day after the last session will do, a day later will not", () => {
    const shape = { ...msads, sessionCount: 1, examDayCount: 1, examHalfDaysByBlock: { CCP3: 2 } };
    const closedUntil = (to: string) =>
      with2017({ notBefore: "2018-02-13", notAfter: "2018-04-17", closures: [{ from: "2018-02-17", to }] });
    expect(daysBySession(proposed(shape, closedUntil("2018-04-15")).plan)).toEqual([
      ["2018-02-13", "2018-02-14", "2018-02-15", "2018-02-16"],
      ["2018-04-16"],
    ]);
    expect(refused(shape, closedUntil("2018-04-16"))).toMatchObject([
      { code: "no_room", facts: { sessionsPlaced: 1 } },
    ]);
  });

  test("months before the edition are left out, and say so", () => {
    const answer = proposed(msads, with2017({ notBefore: "2017-03-01" }));
    expect(answer.skippedMonths.slice(0, 2)).toEqual([
      { month: "2017-03", reason: "before_title" },
      { month: "2017-04", reason: "before_title" },
    ]);
  });

  test("an exam that cannot wait a month comes as early as it can, unbroken", () => {
    const answer = proposed(msads, with2017({ notAfter: "2018-02-28" }));
    expect(daysBySession(answer.plan).at(-1)).toEqual(["2018-02-19", "2018-02-20"]);
  });
});

describe("another shape", () => {
  const shape: ProgrammeShape = {
    blocks: [
      { code: "A", minutes: 40 * 180 },
      { code: "B", minutes: 34 * 180 },
    ],
    halfDayMinutes: 180,
    sessionCount: 12,
    daysPerSession: 3,
    examDayCount: 1,
    examDaysCountAsTraining: true,
    examHalfDaysByBlock: { B: 2 },
    minDaysBetweenSessions: 14,
  };
  const bounds = with2017({ notBefore: "2018-01-01", notAfter: "2019-01-31", skipMonths: [] });

  test("of twelve sessions of three days is planned exactly", () => {
    const answer = proposed(shape, bounds);
    expect(answer.outcome).toBe("exact");
    expect(new Set(monthsOf(answer).slice(0, 12)).size).toBe(12);
  });

  test("is refused with the arithmetic that fails, every cause at once", () => {
    const broken = {
      ...shape,
      blocks: [
        { code: "A", minutes: 100 },
        { code: "B", minutes: 400 },
      ],
      examHalfDaysByBlock: {},
    };
    expect(refused(broken, bounds)).toEqual([
      {
        code: "block_not_multiple",
        facts: { blockCode: "A", minutes: 100, halfDayMinutes: 180, below: null, above: 180 },
      },
      {
        code: "block_not_multiple",
        facts: { blockCode: "B", minutes: 400, halfDayMinutes: 180, below: 360, above: 540 },
      },
      { code: "exam_half_days_mismatch", facts: { expected: 2, actual: 0 } },
    ]);
  });
});

describe("a refusal", () => {
  test("names the nearest end that would do, and a day less would not", () => {
    const [cause] = refused(msads, with2017({ notAfter: "2018-01-31" }));
    expect(cause).toEqual({
      code: "no_room",
      facts: {
        sessionsNeeded: 9,
        sessionsPlaced: 8,
        examDaysNeeded: 2,
        nearestNotAfter: "2018-02-12",
        searchedUntil: "2019-10-31",
      },
    });
    expect(proposePlan(msads, with2017({ notAfter: "2018-02-12" })).outcome).toBe("exact");
    expect(proposePlan(msads, with2017({ notAfter: "2018-02-11" })).outcome).toBe("refused");
  });

  test("looks for an end no further than the longest training goes", () => {
    const titleInForce = { from: "2017-05-16", to: "2022-05-15" };
    const [cause] = refused({ ...msads, sessionCount: 50 }, with2017({ notBefore: "2017-05-16", titleInForce }));
    expect(cause).toMatchObject({ facts: { nearestNotAfter: null, searchedUntil: "2021-05-16" } });
  });

  test("says that no end would do when the edition ends first", () => {
    const titleInForce = { from: "2022-05-16", to: "2027-05-16" };
    const [cause] = refused(msads, with2017({ notBefore: "2027-05-15", notAfter: "2028-05-31", titleInForce }));
    expect(cause).toMatchObject({ code: "no_room", facts: { sessionsPlaced: 0, nearestNotAfter: null } });
  });

  test.each([
    ["begins the day after the edition ends", { notBefore: "2027-05-17", notAfter: "2028-03-31" }],
    ["ends the day before the edition begins", { notBefore: "2021-05-01", notAfter: "2022-05-15" }],
  ])("says that the period %s (R3)", (_, period) => {
    const titleInForce = { from: "2022-05-16", to: "2027-05-16" };
    const facts = { ...period, from: titleInForce.from, to: titleInForce.to };
    expect(refused(msads, with2017({ ...period, titleInForce }))).toEqual([{ code: "outside_title", facts }]);
  });

  test("says that the bounds are reversed", () => {
    const bounds = with2017({ notBefore: "2018-01-02", notAfter: "2018-01-01" });
    expect(refused(msads, bounds)).toMatchObject([{ code: "bounds_reversed" }]);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Audience, concerning } from "./concerning.ts";
import type { PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { planDifference } from "./plan-difference.ts";
import { someVersions, type Versions } from "./plan-versions.fixture.ts";

// Fixed, so that a red run can be run again; change it to look elsewhere.
const settings = { seed: 20170516, numRuns: 500 };

const someAudience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constantFrom("t1", "t2").map((trainerId): Audience => ({ kind: "trainer", trainerId })),
  fc.record({
    kind: fc.constant("trainee" as const),
    blockCodes: fc.option(fc.subarray(["CCP1", "CCP2"]), { nil: null }),
    exam: fc.boolean(),
    courses: fc.boolean(),
  }),
);

function everyCase(check: (versions: Versions, who: Audience, facts: PlanChangeFact[]) => void): void {
  const property = fc.property(someVersions, someAudience, (versions, who) => {
    check(versions, who, planDifference(versions.before, versions.after));
  });
  fc.assert(property, settings);
}

const idsIn = (facts: readonly PlanChangeFact[]) => new Set(facts.flatMap(({ halfDayIds }) => halfDayIds));
const byId = (rows: readonly VersionHalfDay[]) => new Map(rows.map((row) => [row.id, row]));
const isLive = (row: VersionHalfDay | undefined) => row !== undefined && row.state !== "cancelled";

function isTheirs(row: VersionHalfDay | undefined, who: Audience): boolean {
  if (row === undefined) return false;
  if (who.kind === "trainer") return row.trainerId === who.trainerId;
  const { blockCode, kind } = row;
  if (kind === "exam") return who.exam;
  return who.courses && (who.blockCodes === null || blockCode === null || who.blockCodes.includes(blockCode));
}

test("nobody is told of a half-day that was never theirs, nor of one that does not differ", () => {
  everyCase((versions, who, facts) => {
    const [was, is] = [byId(versions.before), byId(versions.after)];
    const told = [...idsIn(concerning(facts, versions, who))];
    expect(told.filter((id) => !isTheirs(was.get(id), who) && !isTheirs(is.get(id), who))).toEqual([]);
    expect(told.filter((id) => !idsIn(facts).has(id))).toEqual([]);
  });
});

test("everybody is told of what comes to them and of what leaves them, whoever has it now", () => {
  everyCase((versions, who, facts) => {
    const [was, is] = [byId(versions.before), byId(versions.after)];
    const told = idsIn(concerning(facts, versions, who));
    const comesOrGoes = [...new Set([...was.keys(), ...is.keys()])].filter((id) => {
      const [had, has] = [was, is].map((rows) => isLive(rows.get(id)) && isTheirs(rows.get(id), who));
      return had !== has;
    });
    expect(comesOrGoes.filter((id) => !told.has(id))).toEqual([]);
  });
});

test("whoever teaches a half-day no longer loses it, whoever teaches it now gains it, and nobody else is told", () => {
  everyCase((versions, _who, facts) => {
    if (facts.some(({ kind }) => kind.startsWith("plan_"))) return;
    const toldTo = new Map(
      ["t1", "t2"].map((trainerId) => [trainerId, concerning(facts, versions, { kind: "trainer", trainerId })]),
    );
    const told = (trainerId: string, kind: PlanChangeFact["kind"]) =>
      idsIn((toldTo.get(trainerId) ?? []).filter((fact) => fact.kind === kind));
    const was = byId(versions.before);
    for (const after of versions.after) {
      const before = was.get(after.id);
      if (before === undefined || !isLive(before) || !isLive(after)) continue;
      for (const trainerId of ["t1", "t2"]) {
        const [had, has] = [before.trainerId === trainerId, after.trainerId === trainerId];
        expect(told(trainerId, "half_days_lost").has(after.id)).toBe(had && !has);
        expect(told(trainerId, "half_days_gained").has(after.id)).toBe(has && !had);
        const isTold = idsIn(toldTo.get(trainerId) ?? []).has(after.id);
        expect(isTold && !had && !has).toBe(false);
      }
    }
  });
});

test("a trainee who follows everything is told all that differs, but what only those who keep the plan need", () => {
  const kept = new Set(["session_split", "half_days_regrouped", "override_changed", "replacement_changed"]);
  const aside = kept.union(new Set(["cancelled_changed", "competencies_changed"]));
  everyCase((versions, _who, facts) => {
    const who = { kind: "trainee", blockCodes: null, exam: true, courses: true } as const;
    expect(concerning(facts, versions, who)).toEqual(facts.filter(({ kind }) => !aside.has(kind)));
  });
});

test("a trainee who comes to nothing is told nothing", () => {
  everyCase((versions, _who, facts) => {
    const who = { kind: "trainee", blockCodes: null, exam: false, courses: false } as const;
    expect(concerning(facts, versions, who)).toEqual([]);
  });
});

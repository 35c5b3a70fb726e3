import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOffTest, editHalfDay, faultsOfEdit, type KeptHalfDay } from "./edit-half-days.ts";
import type { Slot } from "./plan.ts";
import type { Repair, RepairContext, RepairHalfDay } from "./repair.ts";
import { isFree } from "./repair.ts";
import { problemsOf, repairsOf } from "./repairs.ts";
import type { RoomResource, TrainerResource, Unavailability } from "./resources.ts";

const shape = {
  blocks: [
    { code: "CCP1", minutes: 4_620, competencies: ["C01", "C02"] },
    { code: "CCP2", minutes: 6_720, competencies: ["C03"] },
  ],
  halfDayMinutes: 210,
  examDaysCountAsTraining: true,
};
const titleInForce = { from: "2017-05-16", to: "2017-07-14" };
const times = { am: { start: "09:00", end: "12:30" }, pm: { start: "13:30", end: "17:00" } };

const dayAfter = (days: number) => Temporal.PlainDate.from("2017-05-16").add({ days }).toString();
/** Around Ascension Day, Whit Monday and Bastille Day. */
const someDay = fc.integer({ min: 0, max: 63 }).map(dayAfter);
const slot = fc.constantFrom<Slot>("am", "pm");

const unavailability: fc.Arbitrary<Unavailability> = fc.record({
  from: someDay,
  to: fc.constant(null),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
  everyWeeks: fc.constantFrom(1, 2),
  slot: fc.option(slot, { nil: null }),
  reason: fc.constant(null),
});
const taken = fc.record({ day: someDay, slot }).map(({ day, slot: half }) => ({
  startsAt: `${day}T${times[half].start}`,
  endsAt: `${day}T${times[half].end}`,
  cohortName: "B",
}));
const presence = {
  unavailabilities: fc.array(unavailability, { maxLength: 2 }),
  busy: fc.array(taken, { maxLength: 12 }),
};

function everyTrainer(): fc.Arbitrary<TrainerResource[]> {
  const one = (id: string) =>
    fc
      .record({ ...presence, competencyCodes: fc.subarray(["C01", "C02", "C03"]) })
      .map((rest) => ({ id, name: id, ...rest }));
  return fc.tuple(one("Camille"), one("Noa"), one("Sacha"));
}

function everyRoom(): fc.Arbitrary<RoomResource[]> {
  const one = (id: string) =>
    fc
      .record({ ...presence, capacity: fc.integer({ min: 8, max: 16 }), siteName: fc.constantFrom("Ici", "Loin") })
      .map((rest) => ({ id, name: id, ...rest }));
  return fc.tuple(one("Garrigue"), one("Étang"));
}

const taught = fc.constantFrom(
  { blockCode: "CCP1", competencyCodes: ["C01"] },
  { blockCode: "CCP1", competencyCodes: ["C01", "C02"] },
  { blockCode: "CCP1", competencyCodes: [] },
  { blockCode: "CCP2", competencyCodes: ["C03"] },
);
type Given = Pick<RepairHalfDay, "trainerId" | "roomId" | "remote">;
const someGiven: fc.Arbitrary<Given> = fc
  .record({
    trainerId: fc.constantFrom("Camille", "Camille", "Noa", "Sacha", null),
    roomId: fc.constantFrom("Garrigue", "Garrigue", "Étang", null),
    remote: fc.boolean(),
  })
  .map(({ roomId, remote, ...rest }) => ({ ...rest, roomId, remote: roomId === null && remote }));

/** Some weeks of half-days, those of a week one session; days off are among them, with their written reason. */
const halfDays: fc.Arbitrary<RepairHalfDay[]> = fc
  .uniqueArray(fc.record({ day: someDay, slot, taught, given: someGiven, isPlanned: fc.integer({ min: 0, max: 9 }) }), {
    selector: ({ day, slot: half }) => `${day} ${half}`,
    minLength: 4,
    maxLength: 30,
  })
  .map((places) =>
    places
      .filter(({ day }) => Temporal.PlainDate.from(day).dayOfWeek < 6)
      .toSorted((a, b) => `${a.day} ${a.slot}`.localeCompare(`${b.day} ${b.slot}`))
      .map(({ day, slot: half, taught: { blockCode, competencyCodes }, given, isPlanned }) => ({
        id: `${day} ${half}`,
        sessionId: String(Temporal.PlainDate.from(day).weekOfYear),
        day,
        slot: half,
        blockCode,
        competencyCodes,
        ...given,
        isPlanned: isPlanned > 0,
      })),
  );

const context: fc.Arbitrary<RepairContext> = fc.record({
  halfDays,
  trainers: everyTrainer(),
  rooms: everyRoom(),
  competenciesOf: fc.constant(new Map(shape.blocks.map(({ code, competencies }) => [code, competencies]))),
  calendar: fc
    .option(fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 6 }) }), { nil: null })
    .map((closed) => ({
      titleInForce,
      closures: closed === null ? [] : [{ from: dayAfter(closed.from), to: dayAfter(closed.from + closed.length) }],
    })),
  times: fc.constant(times),
  seats: fc.constant(12),
  siteName: fc.constant("Ici"),
  today: someDay,
});

/** What was planned on a day off was so for a written reason (T1). */
function keptOf({ calendar, halfDays: all }: RepairContext): KeptHalfDay[] {
  const isDayOff = dayOffTest(
    calendar,
    all.map(({ day }) => day),
  );
  return all.map(({ id, sessionId, isPlanned: _isPlanned, ...halfDay }) => ({
    id,
    sessionId,
    halfDay: {
      ...halfDay,
      competencyCodes: [...halfDay.competencyCodes],
      overrideReason: isDayOff(halfDay.day) ? "Voulu" : null,
    },
  }));
}

/** The half-days as an edit with this repair leaves them. */
function repaired(one: RepairContext, before: readonly KeptHalfDay[], { edits }: Repair): KeptHalfDay[] {
  const days = [...edits.flatMap(({ day }) => day ?? []), ...before.map(({ halfDay }) => halfDay.day)];
  const isDayOff = dayOffTest(one.calendar, days);
  return before.map((each) => {
    const edit = edits.find(({ id }) => id === each.id);
    return edit === undefined ? each : { ...each, halfDay: editHalfDay(each.halfDay, edit, null, isDayOff) };
  });
}

/** Every repair of every half-day, with the half-days before and after. */
function everyRepair(one: RepairContext) {
  const before = keptOf(one);
  return one.halfDays.flatMap((halfDay) =>
    repairsOf(halfDay, one).map((repair) => ({
      halfDay,
      repair,
      before,
      after: repaired(one, before, repair),
    })),
  );
}

const withIn = ({ id, sessionId, halfDay }: KeptHalfDay): RepairHalfDay => ({
  id,
  sessionId,
  day: halfDay.day,
  slot: halfDay.slot,
  blockCode: halfDay.blockCode,
  competencyCodes: halfDay.competencyCodes ?? [],
  trainerId: halfDay.trainerId ?? null,
  roomId: halfDay.roomId ?? null,
  remote: halfDay.remote ?? false,
  isPlanned: true,
});

const runs = { numRuns: 400 };

test("no repair breaks a hard rule: R3, R5, days off, two half-days of the cohort at once (T1)", () => {
  fc.assert(
    fc.property(context, (one) => {
      for (const { repair, before, after } of everyRepair(one)) {
        const edited = new Set(repair.edits.map(({ id }) => id));
        expect(faultsOfEdit(shape, before, after, edited, one.calendar)).toEqual([]);
        expect(new Set(after.map(({ halfDay }) => `${halfDay.day} ${halfDay.slot}`)).size).toBe(after.length);
      }
    }),
    runs,
  );
});

test("no repair puts a trainer or a room where another cohort has them (T1), nor touches what was held", () => {
  fc.assert(
    fc.property(context, (one) => {
      for (const { repair, before, after } of everyRepair(one)) {
        for (const { id } of repair.edits) {
          const [was, is] = [before, after].map((all) => all.find((each) => each.id === id)?.halfDay);
          if (was === undefined || is === undefined) throw new Error(`${id} is gone`);
          expect(one.halfDays.find((each) => each.id === id)?.isPlanned).toBe(true);
          const isMoved = was.day !== is.day || was.slot !== is.slot;
          const resources = [...one.trainers, ...one.rooms];
          const put = new Set(
            [is.trainerId, is.roomId].filter((each) => isMoved || ![was.trainerId, was.roomId].includes(each)),
          );
          for (const resource of resources.filter((each) => put.has(each.id))) {
            expect(isFree(resource, is.day, is.slot, times)).toBe(true);
          }
        }
      }
    }),
    runs,
  );
});

test("every repair settles something that was wrong and leaves nothing wrong that was right", () => {
  fc.assert(
    fc.property(context, (one) => {
      for (const { halfDay, repair, before, after } of everyRepair(one)) {
        const problems = (all: readonly KeptHalfDay[]) =>
          repair.edits.map(({ id }) => {
            const each = all.find((one) => one.id === id);
            return each === undefined ? [] : problemsOf(withIn(each), one);
          });
        const [was, is] = [problems(before), problems(after)];
        for (const each of is) expect(was.flat()).toEqual(expect.arrayContaining(each));
        expect(is.flat().length).toBeLessThan(was.flat().length);
        expect(repair.edits[0]?.id).toBe(halfDay.id);
      }
    }),
    runs,
  );
});

test("repairs are ranked by what they weigh, varied, six at most, and always the same", () => {
  fc.assert(
    fc.property(context, (one) => {
      for (const halfDay of one.halfDays) {
        const repairs = repairsOf(halfDay, one);
        expect(repairsOf(halfDay, one)).toEqual(repairs);
        expect(repairs.map(({ weight }) => weight)).toEqual(
          repairs.map(({ weight }) => weight).toSorted((a, b) => a - b),
        );
        expect(repairs.length).toBeLessThanOrEqual(6);
        for (const together of Map.groupBy(repairs, ({ kind }) => kind).values()) {
          expect(together.length).toBeLessThanOrEqual(3);
        }
      }
    }),
    runs,
  );
});

test("the cases hold repairs of every kind", () => {
  const kinds = new Set(
    fc
      .sample(context, { numRuns: 200, seed: 4 })
      .flatMap(everyRepair)
      .map(({ repair }) => repair.kind),
  );
  expect([...kinds].toSorted()).toEqual(["move", "remote", "room", "swap", "trainer"]);
});

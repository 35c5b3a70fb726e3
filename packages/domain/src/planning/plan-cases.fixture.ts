import fc from "fast-check";
import type { PlanBounds, ProgrammeShape } from "./plan.ts";

/** A programme and bounds to plan it in. */
export interface PlanCase {
  readonly shape: ProgrammeShape;
  readonly bounds: PlanBounds;
}

const dayAfter = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** Any day of some years that hold leap days, early and late Easters, and both editions of the title. */
const someDay = fc.integer({ min: 0, max: 365 * 14 }).map((days) => dayAfter("2015-01-01", days));

interface Size {
  readonly sessions: number;
  readonly windowDays: { min: number; max: number };
  readonly closures: { count: number; length: number };
  readonly minDaysBetween: number;
}

function someShape({ sessions, minDaysBetween }: Size): fc.Arbitrary<ProgrammeShape> {
  return fc
    .record({
      halfDays: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      odd: fc.oneof(
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
      ),
      halfDayMinutes: fc.constantFrom(180, 210, 240),
      sessionCount: fc.integer({ min: 1, max: sessions }),
      daysPerSession: fc.integer({ min: 1, max: 5 }),
      examDayCount: fc.integer({ min: 0, max: 3 }),
      examDaysCountAsTraining: fc.boolean(),
      minDaysBetweenSessions: fc.integer({ min: 0, max: minDaysBetween }),
      isFitted: fc.boolean(),
    })
    .map(({ halfDays, odd, isFitted, ...shape }) => {
      const last = halfDays.length - 1;
      const due =
        (shape.sessionCount * shape.daysPerSession + (shape.examDaysCountAsTraining ? shape.examDayCount : 0)) * 2;
      const others = halfDays.slice(0, last).reduce((sum, count) => sum + count, 0);
      // Half the programmes are made to fit their sessions, so that exact plans are common.
      const fitted = isFitted && due > others ? [...halfDays.slice(0, last), due - others] : halfDays;
      const blocks = fitted.map((count, index) => ({
        code: `B${index + 1}`,
        minutes: count * shape.halfDayMinutes + (index === 0 ? odd : 0),
      }));
      return { ...shape, blocks, examHalfDaysByBlock: { [`B${last + 1}`]: shape.examDayCount * 2 } };
    });
}

function someBounds({ windowDays, closures }: Size): fc.Arbitrary<PlanBounds> {
  return fc
    .record({
      notBefore: someDay,
      length: fc.integer(windowDays),
      closures: fc.array(
        fc.tuple(fc.integer({ min: 0, max: windowDays.max }), fc.integer({ min: 0, max: closures.length })),
        {
          maxLength: closures.count,
        },
      ),
      skipped: fc.array(fc.integer({ min: 0, max: windowDays.max }), { maxLength: 2 }),
      weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 5 })), { nil: undefined }),
      titleFrom: fc.integer({ min: -400, max: 40 }),
      titleTo: fc.integer({ min: -5, max: 600 }),
      holidayZone: fc.constantFrom("metropole" as const, "alsace-moselle" as const),
    })
    .map(({ notBefore, length, skipped, titleFrom, titleTo, weekdays, holidayZone, closures: closed }) => ({
      notBefore,
      notAfter: dayAfter(notBefore, length),
      skipMonths: skipped.map((days) => dayAfter(notBefore, days).slice(0, 7)),
      closures: closed.map(([days, more]) => ({
        from: dayAfter(notBefore, days),
        to: dayAfter(notBefore, days + more),
      })),
      weekdays,
      titleInForce: { from: dayAfter(notBefore, titleFrom), to: dayAfter(notBefore, titleTo) },
      holidayZone,
    }));
}

function someCase(size: Size): fc.Arbitrary<PlanCase> {
  return fc.record({ shape: someShape(size), bounds: someBounds(size) });
}

/** Programmes and calendars of the size they have in life. */
export const realCases = someCase({
  sessions: 12,
  windowDays: { min: 20, max: 560 },
  closures: { count: 8, length: 25 },
  minDaysBetween: 28,
});

/** Small enough to try every plan. */
export const smallCases = someCase({
  sessions: 3,
  windowDays: { min: 5, max: 80 },
  closures: { count: 22, length: 4 },
  minDaysBetween: 20,
});

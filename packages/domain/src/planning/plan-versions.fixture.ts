import fc from "fast-check";
import type { VersionHalfDay } from "./plan-change-facts.ts";
import type { Slot } from "./plan.ts";

const times = { am: { start: "09:00", end: "12:30" }, pm: { start: "13:30", end: "17:00" } };

/** When a half-day is, at the usual times of its slot. */
export function placeAt(day: string, slot: Slot) {
  return { day, slot, startsAt: `${day}T${times[slot].start}`, endsAt: `${day}T${times[slot].end}` };
}

/** A half-day of a session of CCP1 that nobody teaches yet. */
export function halfDayAt(id: string, day: string, slot: Slot, more: Partial<VersionHalfDay> = {}): VersionHalfDay {
  return {
    id,
    sessionId: "s1",
    kind: "teaching",
    ...placeAt(day, slot),
    blockCode: "CCP1",
    competencyCodes: [],
    trainerId: null,
    roomId: null,
    remote: false,
    state: "planned",
    cancelledReason: null,
    overrideReason: null,
    replacesId: null,
    ...more,
  };
}

/** A session on some days, am and pm: `s1-0am`, `s1-0pm`, `s1-1am` … */
export function sessionAt(
  sessionId: string,
  days: readonly string[],
  more: Partial<VersionHalfDay> = {},
): VersionHalfDay[] {
  return days.flatMap((day, index) =>
    (["am", "pm"] as const).map((slot) => halfDayAt(`${sessionId}-${index}${slot}`, day, slot, { sessionId, ...more })),
  );
}

/** The exam on some days: `exam-0am`, `exam-0pm` … */
export function examAt(days: readonly string[], more: Partial<VersionHalfDay> = {}): VersionHalfDay[] {
  return sessionAt("exam", days, { sessionId: null, kind: "exam", blockCode: null, ...more });
}

// ---- any two versions --------------------------------------------------------------------------------------------

const dayAfter = (days: number) => Temporal.PlainDate.from("2017-05-16").add({ days }).toString();
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const group = fc.constantFrom(
  { kind: "exam", sessionId: null } as const,
  { kind: "teaching", sessionId: "s1" } as const,
  { kind: "teaching", sessionId: "s2" } as const,
  { kind: "teaching", sessionId: "s3" } as const,
);
const state = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ state: "planned", cancelledReason: null } as const) },
  { weight: 1, arbitrary: fc.constantFrom({ state: "held", cancelledReason: null } as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("Grève", "Neige")
      .map((reason) => ({ state: "cancelled", cancelledReason: reason }) as const),
  },
);
const where = fc.constantFrom(
  { roomId: null, remote: true },
  { roomId: null, remote: false },
  { roomId: "r1", remote: false },
  { roomId: "r2", remote: false },
);

const ids = ["h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "h9"];

const row: fc.Arbitrary<Omit<VersionHalfDay, "id">> = fc
  .record({
    group,
    state,
    where,
    days: fc.integer({ min: 0, max: 5 }),
    slot: fc.constantFrom<Slot>("am", "pm"),
    isLate: fc.boolean(),
    blockCode: maybe(fc.constantFrom("CCP1", "CCP2")),
    competencyCodes: fc.shuffledSubarray(["C1", "C2"]),
    trainerId: maybe(fc.constantFrom("t1", "t2")),
    overrideReason: maybe(fc.constant("Rattrapage")),
    replacesId: maybe(fc.constantFrom(...ids)),
  })
  .map(({ group: of, state: is, where: at, days, slot, isLate, ...rest }) => {
    const place = placeAt(dayAfter(days), slot);
    return { ...rest, ...of, ...is, ...at, ...place, ...(isLate && { startsAt: `${place.day}T10:00` }) };
  });

/** What becomes of a half-day: it stays, some of its columns change, all do, it comes or it goes. */
const change = fc.oneof(
  { weight: 3, arbitrary: fc.constant("stays" as const) },
  { weight: 5, arbitrary: fc.constant("changes" as const) },
  { weight: 1, arbitrary: fc.constantFrom("comes" as const, "goes" as const) },
);

/** Columns that hang together. */
const columnGroups: readonly (readonly (keyof VersionHalfDay)[])[] = [
  ["kind", "sessionId"],
  ["day", "slot", "startsAt", "endsAt"],
  ["blockCode"],
  ["competencyCodes"],
  ["trainerId"],
  ["roomId", "remote"],
  ["state", "cancelledReason"],
  ["overrideReason"],
  ["replacesId"],
];

export interface Versions {
  readonly before: readonly VersionHalfDay[];
  readonly after: readonly VersionHalfDay[];
}

/** Two versions of a small plan, in which everything that can happen to a half-day happens often. */
export const someVersions: fc.Arbitrary<Versions> = fc
  .tuple(
    ...ids.map((id) =>
      fc.record({ id: fc.constant(id), was: row, is: row, change, changed: fc.subarray([...columnGroups]) }),
    ),
  )
  .map((made) => ({
    before: made.flatMap(({ id, was, change: how }) => (how === "comes" ? [] : [{ id, ...was }])),
    after: made.flatMap(({ id, was, is, change: how, changed }) => {
      if (how === "goes") return [];
      if (how !== "changes") return [{ id, ...was }];
      const columns = new Set<string>(changed.flat());
      return [{ id, ...was, ...Object.fromEntries(Object.entries(is).filter(([column]) => columns.has(column))) }];
    }),
  }));

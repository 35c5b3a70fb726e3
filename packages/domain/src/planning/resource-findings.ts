import { dayNumberOf, type CivilDay } from "../time.ts";
import {
  compareHalfDays,
  daysOf,
  type Plan,
  type PlanCalendar,
  type PlannedHalfDay,
  type ProgrammeShape,
  type Slot,
} from "./plan.ts";
import type { HolidayCode } from "./public-holidays.ts";
import { staffFindings, type HalfDayStaff, type StaffFinding } from "./staff-findings.ts";
import { closureOn, daysOff } from "./working-days.ts";

/** The trainers and rooms of a plan, and how many seats its cohort takes. */
export interface PlanStaff {
  readonly trainers: readonly (NonNullable<HalfDayStaff["trainer"]> & { readonly id: string })[];
  readonly rooms: readonly (NonNullable<HalfDayStaff["room"]> & { readonly id: string })[];
  readonly seats: number;
}

interface Place {
  readonly day: CivilDay;
  readonly slot: Slot;
}

/** Half-days by their number and the first of their days, in date order. */
interface Some {
  readonly count: number;
  readonly days: CivilDay[];
}

/**
 * What a plan's half-days lack or have wrong of trainers, rooms and competencies, each told once for all the half-days
 * it is about; and, last, what stands on a day off for a written reason (T1).
 */
export type ResourceFinding =
  | { code: "trainer_missing"; facts: Some }
  | { code: "room_missing"; facts: Some }
  | { code: "trainer_unavailable"; facts: { name: string; halfDays: (Place & { reason: string | null })[] } }
  | { code: "room_unavailable"; facts: { name: string; halfDays: (Place & { reason: string | null })[] } }
  | { code: "room_too_small"; facts: Some & { name: string; capacity: number; seats: number } }
  | {
      code: "trainer_does_not_teach";
      facts: Some & { name: string; blockCode: string; competencyCodes: readonly string[] };
    }
  | { code: "competency_not_covered"; facts: { blockCode: string; competencyCodes: string[] } }
  | {
      code: "day_off_overridden";
      facts: { day: CivilDay; holiday: HolidayCode | null; closure: string | null; reason: string };
    };

/** How many days a finding names. */
const DAYS_NAMED = 3;

/** Everything about a plan's trainers, rooms and competencies that is worth showing, in a fixed order. */
export function resourceFindings(
  shape: Pick<ProgrammeShape, "blocks">,
  plan: Plan,
  calendar: PlanCalendar,
  staff: PlanStaff,
): ResourceFinding[] {
  const teaching = plan.sessions.flatMap(({ halfDays }) => halfDays);
  const all = [...teaching, ...plan.examHalfDays].toSorted(compareHalfDays);
  const found = foundOf(shape, all, staff);
  return [
    ...missing("trainer_missing", teaching.toSorted(compareHalfDays).filter(lacksTrainer)),
    ...missing("room_missing", all.filter(lacksRoom)),
    ...unavailable(found, "trainer_unavailable"),
    ...unavailable(found, "room_unavailable"),
    ...roomsTooSmall(found),
    ...doNotTeach(found),
    ...competenciesNotCovered(shape, all),
    ...overridden(all, calendar),
  ];
}

/** An exam half-day is the jury's: it needs no trainer. */
function lacksTrainer({ trainerId }: PlannedHalfDay): boolean {
  return typeof trainerId !== "string";
}

/** At a distance there is no room to have. */
function lacksRoom({ roomId, remote }: PlannedHalfDay): boolean {
  return typeof roomId !== "string" && remote !== true;
}

function missing(code: "trainer_missing" | "room_missing", halfDays: readonly PlannedHalfDay[]): ResourceFinding[] {
  return halfDays.length === 0 ? [] : [{ code, facts: some(halfDays) }];
}

function some(halfDays: readonly PlannedHalfDay[]): Some {
  return { count: halfDays.length, days: daysOf(halfDays).slice(0, DAYS_NAMED) };
}

/** A finding of one half-day's trainer or room, and whose it is. */
interface Found {
  readonly finding: StaffFinding;
  readonly staffId: string;
  readonly halfDay: PlannedHalfDay;
}

function foundOf({ blocks }: Pick<ProgrammeShape, "blocks">, halfDays: readonly PlannedHalfDay[], staff: PlanStaff) {
  const trainers = new Map(staff.trainers.map((each) => [each.id, each]));
  const rooms = new Map(staff.rooms.map((each) => [each.id, each]));
  const competencies = new Map(blocks.map(({ code, competencies = [] }) => [code, competencies]));
  return halfDays.flatMap((halfDay): Found[] => {
    const trainer = trainers.get(halfDay.trainerId ?? "") ?? null;
    const room = rooms.get(halfDay.roomId ?? "") ?? null;
    const blockCompetencies = competencies.get(halfDay.blockCode ?? "") ?? [];
    return staffFindings(halfDay, { trainer, room, seats: staff.seats, blockCompetencies }).map((finding) => {
      const staffId = finding.code.startsWith("trainer") ? trainer?.id : room?.id;
      return { finding, staffId: staffId ?? "", halfDay };
    });
  });
}

type FactsOf<Code extends StaffFinding["code"]> = Extract<StaffFinding, { code: Code }>["facts"];

interface Gathered<Facts> {
  readonly facts: Facts;
  readonly halfDay: PlannedHalfDay;
}

/** The findings of a code, gathered by whose they are and a key, in the order of their first half-days. */
function gathered<Code extends StaffFinding["code"]>(
  found: readonly Found[],
  code: Code,
  keyOf: (facts: FactsOf<Code>) => string = () => "",
): [Gathered<FactsOf<Code>>, ...Gathered<FactsOf<Code>>[]][] {
  const groups = new Map<string, [Gathered<FactsOf<Code>>, ...Gathered<FactsOf<Code>>[]]>();
  for (const { finding, staffId, halfDay } of found) {
    if (finding.code !== code) continue;
    const facts = finding.facts as FactsOf<Code>; // as: facts go with their code
    const group = groups.get(`${staffId} ${keyOf(facts)}`);
    if (group === undefined) groups.set(`${staffId} ${keyOf(facts)}`, [{ facts, halfDay }]);
    else group.push({ facts, halfDay });
  }
  return [...groups.values()];
}

function unavailable(found: readonly Found[], code: "trainer_unavailable" | "room_unavailable"): ResourceFinding[] {
  return gathered(found, code).map((together) => {
    const halfDays = together.map(({ facts: { day, slot, reason } }) => ({ day, slot, reason }));
    return { code, facts: { name: together[0].facts.name, halfDays } };
  });
}

function roomsTooSmall(found: readonly Found[]): ResourceFinding[] {
  return gathered(found, "room_too_small").map((together) => {
    const { name, capacity, seats } = together[0].facts;
    const facts = { name, capacity, seats, ...some(together.map(({ halfDay }) => halfDay)) };
    return { code: "room_too_small", facts };
  });
}

function doNotTeach(found: readonly Found[]): ResourceFinding[] {
  const keyOf = (facts: FactsOf<"trainer_does_not_teach">) => `${facts.blockCode} ${facts.competencyCodes.join(" ")}`;
  return gathered(found, "trainer_does_not_teach", keyOf).map((together) => {
    const { name, blockCode, competencyCodes } = together[0].facts;
    const facts = { name, blockCode, competencyCodes, ...some(together.map(({ halfDay }) => halfDay)) };
    return { code: "trainer_does_not_teach", facts };
  });
}

/** Only of a block that says of some half-day what it works on: elsewhere nobody said anything yet. */
function competenciesNotCovered(
  { blocks }: Pick<ProgrammeShape, "blocks">,
  halfDays: readonly PlannedHalfDay[],
): ResourceFinding[] {
  return blocks.flatMap(({ code: blockCode, competencies = [] }): ResourceFinding[] => {
    const own = halfDays.filter((each) => each.blockCode === blockCode);
    const covered = new Set(own.flatMap(({ competencyCodes = [] }) => competencyCodes));
    const competencyCodes = competencies.filter((code) => !covered.has(code));
    if (covered.size === 0 || competencyCodes.length === 0) return [];
    return [{ code: "competency_not_covered", facts: { blockCode, competencyCodes } }];
  });
}

// T1
function overridden(halfDays: readonly PlannedHalfDay[], calendar: PlanCalendar): ResourceFinding[] {
  const [first, last] = [halfDays[0], halfDays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const off = daysOff(calendar, first.day, last.day);
  const reasons = new Map<string, ResourceFinding>();
  for (const { day, overrideReason } of halfDays) {
    const [holiday, closure] = [off.holidays.get(dayNumberOf(day)) ?? null, closureOn(off, dayNumberOf(day))];
    if (typeof overrideReason !== "string" || (holiday === null && closure === undefined)) continue;
    const facts = { day, holiday, closure: closure?.label ?? null, reason: overrideReason };
    reasons.set(`${day} ${overrideReason}`, { code: "day_off_overridden", facts });
  }
  return [...reasons.values()];
}

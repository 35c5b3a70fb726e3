import type { CivilDay } from "../time.ts";
import type { Slot } from "./plan.ts";

/** A half-day as a version of a plan holds it; local times, `YYYY-MM-DDTHH:MM`. An exam half-day is in no session. */
export interface VersionHalfDay {
  readonly id: string;
  readonly sessionId: string | null;
  readonly kind: "teaching" | "exam";
  readonly day: CivilDay;
  readonly slot: Slot;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly blockCode: string | null;
  readonly competencyCodes: readonly string[];
  readonly trainerId: string | null;
  readonly roomId: string | null;
  readonly remote: boolean;
  readonly state: "planned" | "held" | "locked" | "cancelled";
  readonly cancelledReason: string | null;
  readonly overrideReason: string | null;
  readonly replacesId: string | null;
}

/** What words need of a half-day: when, about what, with whom and where. */
export type ToldHalfDay = Pick<VersionHalfDay, "id" | "day" | "slot" | "blockCode" | "trainerId" | "roomId" | "remote">;

/** A half-day that changes places, as it was and as it is. */
export interface MovedHalfDay {
  readonly id: string;
  readonly from: ToldHalfDay;
  readonly to: ToldHalfDay;
}

/** A session and its number by date in each version, 1 for the first; null where it is not there. */
export interface SessionRef {
  readonly id: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Where a half-day is held; no room and not at a distance: on site, nobody has said where yet. */
export type Whereabouts = Pick<VersionHalfDay, "roomId" | "remote">;

/** From `HH:MM` to `HH:MM`. */
export interface TimesOfDay {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A plan in a few figures, what is cancelled apart; days in date order. */
export interface PlanSummary {
  readonly halfDayCount: number;
  readonly sessionCount: number;
  /** Exam days included. */
  readonly days: readonly CivilDay[];
  readonly examDays: readonly CivilDay[];
}

/** What else changed of half-days that moved, when it is the same for all of them: told with the move, and not again. */
interface ChangedWithMove {
  readonly newRoom: Whereabouts | null;
  readonly newTrainer: { readonly trainerId: string | null } | null;
}

/**
 * Something that differs between two versions, said once of all the half-days it is true of. `halfDayIds` names those
 * that differ, and no other. Where `session` is null, the half-days are of the exam.
 */
type Fact<Kind extends string, Told> = {
  readonly kind: Kind;
  readonly halfDayIds: readonly string[];
} & Readonly<Told>;

interface InSession {
  readonly session: SessionRef | null;
  readonly halfDays: readonly ToldHalfDay[];
}

/** `halfDays` stand where they stand now. */
interface FromTo<Value> {
  readonly from: Value;
  readonly to: Value;
  readonly halfDays: readonly ToldHalfDay[];
}

export type PlanChangeFact =
  // ---- the plan as a whole
  | Fact<"plan_published", { plan: PlanSummary }>
  | Fact<"plan_withdrawn", { plan: PlanSummary }>
  | Fact<"plan_replaced", { before: PlanSummary; after: PlanSummary }>
  // ---- sessions, and the exam days when `session` is null
  | Fact<"session_moved", { session: SessionRef | null; moves: readonly MovedHalfDay[] } & ChangedWithMove>
  | Fact<"session_added", { session: SessionRef; halfDays: readonly ToldHalfDay[] }>
  | Fact<"session_removed", { session: SessionRef; halfDays: readonly ToldHalfDay[] }>
  /** `halfDays` are those that left for a session of their own. */
  | Fact<
      "session_split",
      { session: SessionRef; into: SessionRef; halfDays: readonly ToldHalfDay[]; daysLeft: readonly CivilDay[] }
    >
  | Fact<"half_days_regrouped", FromTo<SessionRef | null>>
  // ---- when half-days are held, and whether
  /** All from one day to one day. */
  | Fact<"half_days_moved", { session: SessionRef | null; moves: readonly MovedHalfDay[] } & ChangedWithMove>
  /** Those of one day take the places of those of the other, which take theirs. */
  | Fact<"half_days_swapped", { one: readonly MovedHalfDay[]; other: readonly MovedHalfDay[] }>
  | Fact<"times_changed", FromTo<TimesOfDay>>
  /** `halfDays` as they were, `replacements` where they are. */
  | Fact<"half_days_cancelled", InSession & { reason: string | null; replacements: readonly ToldHalfDay[] }>
  /** `withdrawn` are the replacements that are gone. */
  | Fact<"half_days_restored", InSession & { withdrawn: readonly ToldHalfDay[] }>
  /** `replaces` are the cancelled ones they are held in place of. */
  | Fact<"half_days_added", InSession & { replaces: readonly ToldHalfDay[] }>
  | Fact<"half_days_removed", InSession>
  /** For somebody only: the half-day was there before, but not theirs. */
  | Fact<"half_days_gained", InSession>
  /** For somebody only: the half-day is still there, but no longer theirs. */
  | Fact<"half_days_lost", InSession>
  // ---- what they are held with
  | Fact<"trainer_changed", FromTo<string | null>>
  | Fact<"room_changed", FromTo<Whereabouts>>
  /** A block's competencies go with it: `competencyCodes` are those worked on now. */
  | Fact<"block_changed", FromTo<string | null> & { competencyCodes: readonly string[] }>
  | Fact<"competencies_changed", FromTo<readonly string[]>>
  /** Why it is on a public holiday or a closing day all the same (T1). */
  | Fact<"override_changed", FromTo<string | null>>
  | Fact<"replacement_changed", FromTo<ToldHalfDay | null>>
  /** Of half-days that were held in neither version; `edited` with a reason when that changed. */
  | Fact<
      "cancelled_changed",
      { change: "added" | "removed" | "edited"; reason: string | null; halfDays: readonly ToldHalfDay[] }
    >;

/** A fact of one kind. */
export type FactOf<Kind extends PlanChangeFact["kind"]> = Extract<PlanChangeFact, { kind: Kind }>;

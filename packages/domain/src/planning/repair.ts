import type { CivilDay } from "../time.ts";
import type { PlanCalendar, Slot } from "./plan.ts";
import {
  busyOn,
  unavailabilityOn,
  type Resource,
  type RoomResource,
  type SlotTimes,
  type TrainerResource,
} from "./resources.ts";

/** A planned half-day of the cohort whose week is repaired. */
export interface RepairHalfDay {
  readonly id: string;
  /** Null for an exam half-day. */
  readonly sessionId: string | null;
  readonly day: CivilDay;
  readonly slot: Slot;
  readonly blockCode: string | null;
  readonly competencyCodes: readonly string[];
  readonly trainerId: string | null;
  readonly roomId: string | null;
  readonly remote: boolean;
  /** Neither held nor locked: it may change. */
  readonly isPlanned: boolean;
}

/** What a repair may draw on: nothing happens before `today`. */
export interface RepairContext {
  /** The cohort's live half-days. */
  readonly halfDays: readonly RepairHalfDay[];
  /** Everybody who teaches here and every room, with when they are not to be had. */
  readonly trainers: readonly TrainerResource[];
  readonly rooms: readonly RoomResource[];
  /** The competencies of each block, by its code: what teaching it means where a half-day names none. */
  readonly competenciesOf: ReadonlyMap<string, readonly string[]>;
  readonly calendar: PlanCalendar;
  readonly times: SlotTimes;
  readonly seats: number;
  readonly siteName: string | null;
  readonly today: CivilDay;
}

export type RepairProblem = "trainer_unavailable" | "room_unavailable" | "trainer_missing" | "room_missing";

/** What becomes of a half-day; what is left out stays. */
export interface RepairEdit {
  readonly id: string;
  readonly day?: CivilDay;
  readonly slot?: Slot;
  readonly blockCode?: string;
  readonly competencyCodes?: readonly string[];
  readonly trainerId?: string | null;
  readonly roomId?: string;
  readonly remote?: boolean;
}

/** What a repair costs: days and minutes are whole. */
export type RepairCost =
  | { readonly code: "new_to_cohort"; readonly facts: { readonly name: string } }
  | { readonly code: "week_load"; readonly facts: { readonly name: string; readonly halfDays: number } }
  | { readonly code: "too_small"; readonly facts: { readonly name: string; readonly missing: number } }
  | { readonly code: "other_site"; readonly facts: { readonly siteName: string } }
  | { readonly code: "days_away"; readonly facts: { readonly days: number } }
  | { readonly code: "other_week"; readonly facts: Record<string, never> }
  | { readonly code: "alone_that_day"; readonly facts: { readonly day: CivilDay } }
  | { readonly code: "other_order"; readonly facts: { readonly blockCode: string; readonly otherBlockCode: string } }
  | { readonly code: "at_a_distance"; readonly facts: Record<string, never> };

export interface Repair {
  readonly kind: "trainer" | "room" | "swap" | "move" | "remote";
  readonly edits: readonly RepairEdit[];
  readonly costs: readonly RepairCost[];
  /** Where the half-day is then. */
  readonly day: CivilDay;
  readonly slot: Slot;
  /** Who teaches it then, and where, as far as it is said. */
  readonly trainerName: string | null;
  readonly roomName: string | null;
  /** With which it changes places. */
  readonly swapped: { readonly day: CivilDay; readonly slot: Slot; readonly blockCode: string | null } | null;
  /** The less, the better. */
  readonly weight: number;
}

/** Whether somebody or a room can be had then: available, and with no other cohort (T1). */
export function isFree({ unavailabilities, busy }: Resource, day: CivilDay, slot: Slot, times: SlotTimes): boolean {
  return unavailabilityOn(unavailabilities, day, slot) === undefined && busyOn(busy, day, slot, times) === undefined;
}

import type { CivilDay } from "../time.ts";
import type { PlannedHalfDay, Slot } from "./plan.ts";
import { unavailabilityOn, type Unavailability } from "./resources.ts";

interface Staff {
  readonly name: string;
  readonly unavailabilities: readonly Unavailability[];
}

/** Who teaches a half-day and where, as far as it is said; and how many seats its cohort takes. */
export interface HalfDayStaff {
  readonly trainer: (Staff & { readonly competencyCodes: readonly string[] }) | null;
  readonly room: (Staff & { readonly capacity: number }) | null;
  readonly seats: number;
  /** Every competency of the half-day's block. */
  readonly blockCompetencies: readonly string[];
}

interface Away {
  readonly name: string;
  readonly day: CivilDay;
  readonly slot: Slot;
  readonly from: CivilDay;
  readonly to: CivilDay | null;
  readonly reason: string | null;
}

/** What is allowed of a half-day's trainer and room, and worth showing. */
export type StaffFinding =
  | { code: "trainer_unavailable"; facts: Away }
  | { code: "room_unavailable"; facts: Away }
  | {
      code: "trainer_does_not_teach";
      facts: { name: string; blockCode: string; competencyCodes: readonly string[]; day: CivilDay; slot: Slot };
    }
  | { code: "room_too_small"; facts: { name: string; capacity: number; seats: number; day: CivilDay; slot: Slot } };

/** What is to be said of one half-day's trainer and room. Competencies named are those the trainer does not teach; none named means the whole block. */
export function staffFindings(
  { day, slot, blockCode, competencyCodes = [] }: PlannedHalfDay,
  { trainer, room, seats, blockCompetencies }: HalfDayStaff,
): StaffFinding[] {
  const away = (staff: Staff): Away[] => {
    const found = unavailabilityOn(staff.unavailabilities, day, slot);
    if (found === undefined) return [];
    return [{ name: staff.name, day, slot, from: found.from, to: found.to, reason: found.reason }];
  };
  const findings: StaffFinding[] = [];
  if (trainer !== null) {
    findings.push(...away(trainer).map((facts) => ({ code: "trainer_unavailable" as const, facts })));
    const isOfBlock = blockCompetencies.some((code) => trainer.competencyCodes.includes(code));
    const missing = competencyCodes.filter((code) => !trainer.competencyCodes.includes(code));
    if (blockCode !== null && blockCompetencies.length > 0 && (!isOfBlock || missing.length > 0)) {
      const facts = { name: trainer.name, blockCode, competencyCodes: isOfBlock ? missing : [], day, slot };
      findings.push({ code: "trainer_does_not_teach", facts });
    }
  }
  if (room !== null) {
    findings.push(...away(room).map((facts) => ({ code: "room_unavailable" as const, facts })));
    const { name, capacity } = room;
    if (capacity < seats) findings.push({ code: "room_too_small", facts: { name, capacity, seats, day, slot } });
  }
  return findings;
}

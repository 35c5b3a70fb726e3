/** The course minutes of a trainee in one block; the planned ones are the cohort's, passed or not. */
export interface BlockMinutes {
  readonly prescribedMinutes: number;
  readonly plannedMinutes: number;
  /** Planned, over by now, and before the trainee left. */
  readonly passedMinutes: number;
  /** Nothing is to come for who completed or left. */
  readonly hasEnded: boolean;
}

/** What the prescribed minutes are made of. */
export interface CourseHours {
  readonly passedMinutes: number;
  readonly toComeMinutes: number;
  /** Prescribed, and neither passed nor in the timetable. */
  readonly unplannedMinutes: number;
}

/** Splits the prescribed minutes in three that always add up to them; whoever is prescribed less ends a block sooner. */
export function courseHours(block: BlockMinutes): CourseHours {
  const passedMinutes = Math.min(block.prescribedMinutes, block.passedMinutes);
  const left = block.prescribedMinutes - passedMinutes;
  const toComeMinutes = block.hasEnded ? 0 : Math.min(left, block.plannedMinutes - block.passedMinutes);
  return { passedMinutes, toComeMinutes, unplannedMinutes: left - toComeMinutes };
}

import type { EnrolmentProgress } from "@passerelle/contracts/progress";

export interface PlotPoint {
  /** A civil day. */
  readonly day: string;
  /** Minutes so far. */
  readonly minutes: number;
}

export interface Plot {
  readonly from: string;
  readonly to: string;
  readonly requiredMinutes: number;
  /** Validated minutes so far, week after week, up to today. */
  readonly validated: readonly PlotPoint[];
  /** Where the present pace leads; null without a forecast. */
  readonly forecast: PlotPoint | null;
}

/** The stage hours as a line: what was validated by the end of each week, and where the pace leads. */
export function plotOf({ stage, stageWeeks, asOf }: EnrolmentProgress): Plot {
  const first = stageWeeks.find(({ validatedMinutes }) => validatedMinutes > 0)?.monday ?? asOf;
  let minutes = 0;
  const validated: PlotPoint[] = [{ day: first, minutes: 0 }];
  for (const week of stageWeeks) {
    if (week.validatedMinutes === 0) continue;
    minutes += week.validatedMinutes;
    validated.push({ day: earlier(sundayOf(week.monday), asOf), minutes });
  }
  if (validated.at(-1)?.day !== asOf) validated.push({ day: asOf, minutes });
  const forecast = stage.forecastOn === null ? null : { day: stage.forecastOn, minutes: stage.requiredMinutes };
  const to = [asOf, forecast?.day ?? asOf, stage.deadline ?? asOf].toSorted().at(-1) ?? asOf;
  return { from: first, to, requiredMinutes: stage.requiredMinutes, validated, forecast };
}

/** Whole days between two civil days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function sundayOf(monday: string): string {
  return new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

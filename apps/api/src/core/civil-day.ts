import { civilDayOf } from "@passerelle/domain/time";
import type { Ctx } from "./ctx.ts";

/** A `date` column's value for a civil day: UTC midnight, as the driver writes it. */
export function toColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The civil day of a `date` column's value. */
export function fromColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A local `timestamp` column's value for a civil day and a time `HH:MM`. */
export function toLocalColumn(day: string, time: string): Date {
  return new Date(`${day}T${time}:00Z`);
}

/** `YYYY-MM-DDTHH:MM`, the local time of a `timestamp` column's value. */
export function fromLocalColumn(date: Date): string {
  return date.toISOString().slice(0, 16);
}

/** Today in Europe/Paris for this request. */
export function today(ctx: Pick<Ctx, "now">): string {
  return civilDayOf(ctx.now);
}

/** The request's instant as the driver writes it. */
export function nowColumn(ctx: Pick<Ctx, "now">): Date {
  return new Date(ctx.now.epochMilliseconds);
}

import type { StageWeekState } from "@passerelle/contracts/stage-weeks";
import { mondayOf } from "@passerelle/domain/placement/iso-week";
import { civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { toColumn } from "../src/core/civil-day.ts";
import type { Ctx } from "../src/core/ctx.ts";

export interface StoredWeek {
  /** `2017-W24`. */
  readonly week: string;
  readonly state: StageWeekState;
  /** From Monday on; a day of 0 minutes is left out. */
  readonly minutes: readonly number[];
  /** Default: noon of the Sunday. */
  readonly submittedAt?: string;
}

/** A stage week as it is stored, whatever its state, without the moves that led there. */
export async function aStoredWeek({ db }: Ctx, enrolmentId: string, wish: StoredWeek): Promise<string> {
  const { state, minutes } = wish;
  const monday = mondayOf(wish.week);
  const dayAt = (index: number) => civilDayAt(dayNumberOf(monday) + index);
  const said = new Date(wish.submittedAt ?? `${dayAt(6)}T12:00:00Z`);
  const { id } = await db.stageWeek.create({
    data: {
      enrolmentId,
      monday: toColumn(monday),
      days: {
        create: minutes.flatMap((each, index) => (each > 0 ? [{ day: toColumn(dayAt(index)), minutes: each }] : [])),
      },
    },
  });
  if (state === "draft") return id;
  const validated = state === "validated" ? { validatedAt: said } : {};
  await db.stageWeek.update({ where: { id }, data: { state, submittedAt: said, ...validated } });
  return id;
}

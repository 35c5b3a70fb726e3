import type { Cohort, cohortUpdate } from "@passerelle/contracts/cohorts";
import type { InputOf } from "@passerelle/contracts/http";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { text } from "../../core/wording.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { countSeatsTaken } from "../enrolments/enrolments.queries.ts";
import { checkFields } from "./check-fields.ts";
import { canManageCohort, whyCancelled } from "./cohorts.policy.ts";
import { presentCohort } from "./cohorts.present.ts";
import { type CohortRow, findCohort, lockCohort } from "./cohorts.queries.ts";

/** Changes a cohort's name, dates, capacity or site; what the body leaves out stays. */
export function updateCohort(
  ctx: Ctx,
  cohortId: string,
  body: InputOf<typeof cohortUpdate>["body"],
  ifMatch: IfMatch,
): Promise<Cohort> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCohort(ctx, cohortId);
    authorize(canManageCohort(ctx.actor, row), whyCancelled);
    await checkVersion(ifMatch, "accepted", row.version, () => presentCohort(ctx, row));
    const before = fieldsOf(row);
    const after = { ...before, ...body };
    await checkFields(ctx, after, row.programme.titleVersion);
    if (after.capacity < before.capacity) await checkSeats(ctx, row.id, after.capacity);
    if (after.startsOn > before.startsOn) await checkNotBegun(ctx, row.id, after.startsOn);
    const changed = Object.keys(after).filter((key) => after[key as keyof Fields] !== before[key as keyof Fields]);
    if (changed.length === 0) return presentCohort(ctx, row);
    await ctx.db.cohort.update({
      where: { id: row.id },
      data: {
        ...after,
        registrationOpensOn: toColumn(after.registrationOpensOn),
        registrationClosesOn: toColumn(after.registrationClosesOn),
        startsOn: toColumn(after.startsOn),
        endsOn: toColumn(after.endsOn),
        version: { increment: 1 },
      },
    });
    await append(ctx, {
      type: "cohort.changed",
      entityId: row.id,
      from: pick(before, changed),
      to: pick(after, changed),
    });
    return presentCohort(ctx, await findCohort(ctx, row.id));
  });
}

/** A4: whoever has a seat keeps it. */
async function checkSeats(ctx: Ctx, cohortId: string, capacity: number): Promise<void> {
  const seatsTaken = await countSeatsTaken(ctx, cohortId);
  if (seatsTaken <= capacity) return;
  const detail = {
    fr: `${seatsTaken} places sont prises : la capacité ne peut pas descendre à ${capacity}.`,
    en: `${seatsTaken} seats are taken: the capacity cannot go down to ${capacity}.`,
  };
  throw new ApiError("cohort_full", {
    detail,
    errors: [{ pointer: "/capacity", code: "cohort_full", detail }],
    facts: { capacity, seatsTaken },
  });
}

/** Nobody has been in training since before it starts: the first effective day on which somebody began, by their events. */
async function checkNotBegun(ctx: Ctx, cohortId: string, startsOn: string): Promise<void> {
  const [{ begunOn } = { begunOn: null }] = await ctx.db.$queryRaw<{ begunOn: string | null }[]>`
    select min(event.effective_on)::text as "begunOn"
    from enrolment join event on event.entity = 'enrolment' and event.entity_id = enrolment.id
    where enrolment.cohort_id = ${cohortId}::uuid and event.type = 'enrolment.moved'
      and event.data->'to'->>'state' = 'in_training'`;
  if (begunOn === null || begunOn >= startsOn) return;
  const detail = text(({ day }) => ({
    fr: `Des stagiaires sont en formation depuis le ${day(begunOn)} : elle ne peut pas commencer plus tard.`,
    en: `Trainees have been in training since ${day(begunOn)}: it cannot start later.`,
  }));
  const facts = { startsOn, begunOn };
  throw new ApiError("cohort_invalid", {
    detail,
    errors: [{ pointer: "/startsOn", code: "training_begun", detail, facts }],
  });
}

type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf(row: CohortRow) {
  return {
    name: row.name,
    registrationOpensOn: fromColumn(row.registrationOpensOn),
    registrationClosesOn: fromColumn(row.registrationClosesOn),
    startsOn: fromColumn(row.startsOn),
    endsOn: fromColumn(row.endsOn),
    capacity: row.capacity,
    siteId: row.siteId,
  };
}

function pick(fields: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)));
}

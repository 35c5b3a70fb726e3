import type { Cohort, cohortCreate } from "@passerelle/contracts/cohorts";
import type { InputOf } from "@passerelle/contracts/http";
import { ApiError } from "../../core/api-error.ts";
import { toColumn } from "../../core/civil-day.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { holdProgramme } from "../programmes/programmes.queries.ts";
import { checkFields } from "./check-fields.ts";
import { presentCohort } from "./cohorts.present.ts";
import { findCohort } from "./cohorts.queries.ts";

/** Creates a cohort of a programme, its days inside the edition's dates in force (R3). */
export async function createCohort(ctx: Ctx, body: InputOf<typeof cohortCreate>["body"]): Promise<Cohort> {
  try {
    return await transaction(ctx, async (ctx) => {
      const programme = await holdProgramme(ctx, body.programmeId, "/programmeId");
      await checkFields(ctx, body, programme.titleVersion);
      const { id } = await ctx.db.cohort.create({ data: columnsOf(body), select: { id: true } });
      await append(ctx, { type: "cohort.created", entityId: id, to: body });
      return presentCohort(ctx, await findCohort(ctx, id));
    });
  } catch (error) {
    if (violatedConstraint(error) === "cohort_code_key") throw codeTaken(body.code);
    throw error;
  }
}

function columnsOf(body: InputOf<typeof cohortCreate>["body"]) {
  return {
    ...body,
    registrationOpensOn: toColumn(body.registrationOpensOn),
    registrationClosesOn: toColumn(body.registrationClosesOn),
    startsOn: toColumn(body.startsOn),
    endsOn: toColumn(body.endsOn),
  };
}

function codeTaken(code: string): ApiError {
  const detail = {
    fr: `Une promotion porte déjà le code « ${code} ». Choisissez-en un autre.`,
    en: `A cohort already has the code “${code}”. Choose another.`,
  };
  return new ApiError("already_exists", { detail, errors: [{ pointer: "/code", code: "already_exists", detail }] });
}

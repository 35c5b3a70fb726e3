import type { Enrolment, enrolmentCreate } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { cohortStateOn } from "@passerelle/domain/cohort/cohort-state";
import { checkPrescribed } from "@passerelle/domain/path/prescribed";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { text } from "../../core/wording.ts";
import { visibleCohorts } from "../cohorts/cohorts.policy.ts";
import { type CohortRow, lockCohort } from "../cohorts/cohorts.queries.ts";
import { visiblePeople } from "../people/people.policy.ts";
import { inFuture } from "./enrolment-fault-texts.ts";
import { cohortFull, refusePrescribed } from "./enrolment-faults.ts";
import { presentChanged } from "./enrolments.present.ts";
import { countSeatsTaken, findLiveEnrolment } from "./enrolments.queries.ts";

type Body = InputOf<typeof enrolmentCreate>["body"];

/**
 * Enrols a person in a cohort. The cohort is locked first, so that whoever comes at the same moment waits to count the
 * seats (A4) and the person's own enrolments (A2).
 */
export function createEnrolment(ctx: Ctx, body: Body): Promise<Enrolment> {
  return transaction(ctx, async (ctx) => {
    await checkNamed(ctx, body);
    const cohort = await lockCohort(ctx, body.cohortId);
    checkOpen(ctx, cohort);
    checkSince(cohort, body.effectiveOn);
    await checkOnlyOne(ctx, body);
    if (body.route === "fpc") await checkSeatLeft(ctx, cohort);
    const prescribed = await prescribedBlocks(ctx, cohort, body);
    const { personId, cohortId, route, effectiveOn = today(ctx) } = body;
    const placement = route === "fpc" && cohort.programme.placementMinutes > 0 ? "required" : "not_applicable";
    const { id } = await ctx.db.enrolment.create({
      data: {
        personId,
        cohortId,
        route,
        placement,
        stateSince: toColumn(effectiveOn),
        blocks: { create: prescribed.map(({ blockId, minutes }) => ({ blockId, prescribedMinutes: minutes })) },
      },
      select: { id: true },
    });
    const told = prescribed.map(({ blockCode, minutes }) => ({ blockCode, minutes }));
    await append(ctx, {
      type: "enrolment.created",
      entityId: id,
      to: { personId, cohortId, route, state: "enrolled", placement, prescribed: told },
      effectiveOn,
    });
    return presentChanged(ctx, id);
  });
}

/** A person or cohort that cannot be seen is a fault of its field, and so is a day to come. */
async function checkNamed(ctx: Ctx, { personId, cohortId, effectiveOn }: Body): Promise<void> {
  const errors: FaultText[] = [];
  if ((await ctx.db.person.count({ where: { AND: [{ id: personId }, visiblePeople(ctx.actor)] } })) === 0) {
    const detail = { fr: "Cette personne n’existe pas.", en: "There is no such person." };
    errors.push({ pointer: "/personId", code: "unknown_person", detail });
  }
  if ((await ctx.db.cohort.count({ where: { AND: [{ id: cohortId }, visibleCohorts(ctx.actor)] } })) === 0) {
    const detail = { fr: "Cette promotion n’existe pas.", en: "There is no such cohort." };
    errors.push({ pointer: "/cohortId", code: "unknown_cohort", detail });
  }
  if (effectiveOn !== undefined && effectiveOn > today(ctx)) {
    const facts = { effectiveOn, today: today(ctx) };
    errors.push({ pointer: "/effectiveOn", code: "in_future", detail: inFuture(facts.today), facts });
  }
  if (errors.length > 0) throw new ApiError("enrolment_invalid", { errors });
}

function checkOpen(ctx: Ctx, cohort: CohortRow): void {
  const state = cohortStateOn(today(ctx), {
    registrationOpensOn: fromColumn(cohort.registrationOpensOn),
    registrationClosesOn: fromColumn(cohort.registrationClosesOn),
    startsOn: fromColumn(cohort.startsOn),
    endsOn: fromColumn(cohort.endsOn),
    isCancelled: cohort.cancelledReason !== null,
  });
  if (state === "cancelled" || state === "finished") {
    const [fr, en] = state === "cancelled" ? ["annulée", "is cancelled"] : ["terminée", "has finished"];
    const detail = {
      fr: `Cette promotion est ${fr} : on n’y inscrit plus. Choisissez-en une autre.`,
      en: `This cohort ${en}: nobody is enrolled in it any more. Choose another.`,
    };
    throw new ApiError("illegal_move", { detail, facts: { cohortState: state } });
  }
}

/** Nobody is enrolled before registration opens. */
function checkSince(cohort: CohortRow, effectiveOn: string | undefined): void {
  const opensOn = fromColumn(cohort.registrationOpensOn);
  if (effectiveOn === undefined || effectiveOn >= opensOn) return;
  const detail = text(({ day }) => ({
    fr: `Les inscriptions ouvrent le ${day(opensOn)} : choisissez ce jour ou un autre après.`,
    en: `Registration opens on ${day(opensOn)}: choose that day or a later one.`,
  }));
  const facts = { effectiveOn, registrationOpensOn: opensOn };
  throw new ApiError("enrolment_invalid", {
    errors: [{ pointer: "/effectiveOn", code: "before_registration", detail, facts }],
  });
}

async function checkOnlyOne(ctx: Ctx, { personId, cohortId }: Body): Promise<void> {
  const live = await findLiveEnrolment(ctx, { personId, cohortId }); // A2
  if (live === null) return;
  const detail = {
    fr: "Cette personne est déjà inscrite dans cette promotion. Ouvrez son inscription.",
    en: "This person is already enrolled in this cohort. Open that enrolment.",
  };
  const errors = [{ pointer: "/personId", code: "already_exists", detail }];
  throw new ApiError("already_exists", { detail, errors, facts: { enrolmentId: live.id } });
}

async function checkSeatLeft(ctx: Ctx, { id, capacity }: CohortRow): Promise<void> {
  const seatsTaken = await countSeatsTaken(ctx, id); // A4
  if (seatsTaken >= capacity) throw cohortFull(capacity, seatsTaken);
}

/** What is prescribed: as said, else the programme's hours, or none on the VAE route (A4). */
async function prescribedBlocks(ctx: Ctx, { programmeId }: CohortRow, { route, prescribed }: Body) {
  const rows = await ctx.db.programmeBlock.findMany({
    where: { programmeId },
    include: { block: { select: { code: true } } },
    orderBy: { position: "asc" },
  });
  const programme = rows.map(({ block, minutes }) => ({ code: block.code, minutes }));
  if (prescribed !== undefined) refusePrescribed(checkPrescribed(prescribed, programme, route));
  const said = new Map(prescribed?.map(({ blockCode, minutes }) => [blockCode, minutes]));
  return rows.map(({ blockId, block, minutes }) => ({
    blockId,
    blockCode: block.code,
    minutes: said.get(block.code) ?? (route === "vae" ? 0 : minutes),
  }));
}

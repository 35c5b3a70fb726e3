import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import { daysOf, previousWeek, weekOf } from "@passerelle/domain/placement/iso-week";
import type { Ctx } from "../core/ctx.ts";
import { publishCcpResult } from "../modules/ccp-results/publish-ccp-result.ts";
import { recordCcpResult } from "../modules/ccp-results/record-ccp-result.ts";
import { createEnrolment } from "../modules/enrolments/create-enrolment.ts";
import { moveEnrolment } from "../modules/enrolments/move-enrolment.ts";
import { waivePlacement } from "../modules/enrolments/waive-placement.ts";
import { createPerson } from "../modules/people/create-person.ts";
import { logStageWeek } from "../modules/stage-weeks/log-stage-week.ts";
import { submitStageWeek } from "../modules/stage-weeks/submit-stage-week.ts";
import { validateStageWeek } from "../modules/stage-weeks/validate-stage-week.ts";
import type { DemoTrainee } from "./people.ts";

const activities = ["Accueil du public", "Accompagnement aux démarches en ligne", "Réunion de réseau", "Permanence"];

/** Enrols the trainees of a demo cohort and lives their year with them, as far as `lastDay`; answers their persons. */
export async function loadTrainees(
  ctx: Ctx,
  { cohort, plan, lastDay }: { cohort: Cohort; plan: Plan; lastDay: string },
  trainees: readonly DemoTrainee[],
): Promise<string[]> {
  const weeks = workWeeks(plan, cohort.startsOn, lastDay);
  const persons: string[] = [];
  for (const trainee of trainees) {
    const enrolling = on(ctx, dayBefore(cohort.startsOn, 14));
    const { id: personId } = await createPerson(enrolling, trainee.person);
    persons.push(personId);
    const { id } = await createEnrolment(enrolling, { personId, cohortId: cohort.id, route: trainee.route });
    await begin(on(ctx, cohort.startsOn), id, trainee, cohort);
    await logStage(ctx, id, trainee, weeks);
    if (trainee.left !== undefined) {
      const effectiveOn = dayBefore(lastDay, trainee.left.weeksBefore * 7);
      await moveEnrolment(on(ctx, effectiveOn), id, { to: "dropped_out", reason: trainee.left.reason }, null);
    }
    if (trainee.results !== undefined) await decide(ctx, id, trainee.results, plan);
  }
  return persons;
}

async function begin(ctx: Ctx, enrolmentId: string, trainee: DemoTrainee, cohort: Cohort): Promise<void> {
  const { version } = await moveEnrolment(ctx, enrolmentId, { to: "in_training" }, null);
  if (trainee.isWaived !== true) return;
  const waiver = {
    employer: "Association Exemple",
    jobTitle: "Médiation sociale",
    employedFrom: dayBefore(cohort.startsOn, 400),
    employedUntil: null,
    proof: "Contrat de travail",
    proofSeenOn: cohort.startsOn,
  };
  await waivePlacement(ctx, enrolmentId, waiver, version);
}

/** Weeks without a course, latest first. */
function workWeeks(plan: Plan, startsOn: string, lastDay: string): string[] {
  const halfDays = [...plan.sessions.flatMap((session) => session.halfDays), ...plan.examHalfDays];
  const taught = new Set(halfDays.map(({ day }) => weekOf(day)));
  const weeks: string[] = [];
  for (let week = previousWeek(weekOf(lastDay)); week > weekOf(startsOn); week = previousWeek(week)) {
    if (!taught.has(week)) weeks.push(week);
  }
  return weeks;
}

async function logStage(
  ctx: Ctx,
  enrolmentId: string,
  { stageHours, waiting, idleWeeks }: DemoTrainee,
  weeks: readonly string[],
): Promise<void> {
  const worked = weeks.slice(idleWeeks, idleWeeks + stageHours.length).toReversed();
  for (const [index, week] of worked.entries()) {
    const days = daysOfWork(week, stageHours[index] ?? 0);
    const friday = daysOf(week)[4] ?? "";
    const logged = await logStageWeek(on(ctx, friday), { enrolmentId, week }, { days }, null);
    const submitted = await submitStageWeek(on(ctx, friday), logged.id, null);
    if (index < worked.length - waiting) {
      await validateStageWeek(on(ctx, daysOf(week)[6] ?? ""), submitted.id, submitted.version);
    }
  }
}

/** Days of seven hours from Monday on. */
function daysOfWork(week: string, hours: number) {
  return daysOf(week)
    .slice(0, Math.ceil(hours / 7))
    .map((day, index) => ({ day, minutes: 420, activity: activities[index % activities.length] ?? null }));
}

async function decide(
  ctx: Ctx,
  enrolmentId: string,
  results: Readonly<Record<string, boolean>>,
  plan: Plan,
): Promise<void> {
  const decidedOn = plan.examHalfDays.at(-1)?.day ?? "";
  const now = on(ctx, Temporal.PlainDate.from(decidedOn).add({ days: 14 }).toString());
  const publish = async (blockCode: string | null, obtained: boolean): Promise<void> => {
    const reason = obtained
      ? "Compétences démontrées, exemples précis"
      : "La médiation entre les parties reste à travailler";
    const result = await recordCcpResult(now, { enrolmentId, blockCode, obtained, reason, decidedOn });
    await publishCcpResult(now, result.id, result.version);
  };
  for (const [blockCode, obtained] of Object.entries(results)) await publish(blockCode, obtained);
  const isWhole = Object.keys(results).length === 3 && Object.values(results).every(Boolean);
  if (isWhole) {
    await publish(null, true);
    await moveEnrolment(now, enrolmentId, { to: "completed" }, null);
  }
}

/** The same ctx at noon of a day in Paris. */
function on(ctx: Ctx, day: string): Ctx {
  const now = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: "Europe/Paris", plainTime: "12:00" });
  return { ...ctx, now: now.toInstant() };
}

function dayBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

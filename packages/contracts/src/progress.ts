import { z } from "zod";
import { certificationState } from "./ccp-results.ts";
import { civilDay, id, instant, isoWeek, wholeMinutes } from "./common.ts";
import { enrolmentRoute, enrolmentState, placementNeed } from "./enrolments.ts";
import { only, route } from "./http.ts";
import { personSummary } from "./people.ts";

/**
 * Course hours of one block. `passed + toCome + unplanned = prescribed`: passed and to come by date, since nothing is
 * signed yet; unplanned are prescribed minutes that the timetable does not hold. Once an enrolment has ended, nothing is
 * to come, and half-days count as passed up to the day it ended on.
 */
export const blockProgress = z
  .object({
    code: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    prescribedMinutes: wholeMinutes,
    plannedMinutes: wholeMinutes.describe("In the cohort's timetable"),
    passedMinutes: wholeMinutes,
    toComeMinutes: wholeMinutes,
    unplannedMinutes: wholeMinutes,
  })
  .meta({ id: "BlockProgress" });
export type BlockProgress = z.infer<typeof blockProgress>;

export const stageStanding = z.enum(["not_required", "done", "on_pace", "behind", "no_pace"]).meta({
  id: "StageStanding",
  description:
    "`no_pace`: nothing logged lately, and still time to do it all. Once the enrolment has ended: `done`, or `no_pace` " +
    "for who left before; never `behind`",
});
export type StageStanding = z.infer<typeof stageStanding>;

/** Stage hours: declared, confirmed and validated are never mixed; only validated ones count (domain §5). */
export const stageProgress = z
  .object({
    need: placementNeed,
    requiredMinutes: wholeMinutes,
    draftMinutes: wholeMinutes.describe("Logged and not submitted"),
    declaredMinutes: wholeMinutes.describe("Submitted, neither confirmed nor validated"),
    confirmedMinutes: wholeMinutes.describe("Confirmed by the tutor, not yet validated"),
    validatedMinutes: wholeMinutes,
    leftMinutes: wholeMinutes.describe("Required less validated"),
    weeklyPaceMinutes: wholeMinutes
      .nullable()
      .describe("Over the last four full weeks; null when nothing was submitted, or the enrolment has ended"),
    forecastOn: civilDay
      .nullable()
      .describe("The day it ends at this pace; null without a pace, when nothing is left, or past 2099"),
    deadline: civilDay
      .nullable()
      .describe("The day before the exam, or the cohort's last day; null when no placement is due"),
    standing: stageStanding,
  })
  .meta({ id: "StageProgress" });
export type StageProgress = z.infer<typeof stageProgress>;

export const ccpProgress = z
  .object({
    blockCode: z.string(),
    shortTitle: z.string(),
    outcome: z
      .enum(["held", "not_obtained", "undecided"])
      .describe("Held once obtained (E11), else the latest decision, of those the caller may see"),
    decidedOn: civilDay.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "CcpProgress" });

const totals = z.object({
  prescribedMinutes: wholeMinutes,
  plannedMinutes: wholeMinutes,
  passedMinutes: wholeMinutes,
  toComeMinutes: wholeMinutes,
  unplannedMinutes: wholeMinutes,
});

const progressFields = {
  enrolmentId: id,
  cohortId: id,
  person: personSummary,
  route: enrolmentRoute,
  state: enrolmentState,
  course: totals.extend({ blocks: z.array(blockProgress) }),
  stage: stageProgress,
  certification: z.object({
    state: certificationState.describe("From the results the caller may see"),
    ccps: z.array(ccpProgress),
    finalInterview: z.enum(["passed", "not_passed", "undecided"]),
  }),
};

/** A line of a cohort's progress. */
export const traineeProgress = z.object(progressFields).meta({ id: "TraineeProgress" });
export type TraineeProgress = z.infer<typeof traineeProgress>;

export const enrolmentProgress = z
  .object({
    asOf: civilDay,
    cohortName: z.string(),
    ...progressFields,
    sessions: z.object({ passed: z.int(), total: z.int() }).describe("Sessions whose last half-day is passed, of all"),
    examDays: z.array(civilDay),
    stageWeeks: z
      .array(
        z.object({
          week: isoWeek,
          monday: civilDay,
          draftMinutes: wholeMinutes,
          declaredMinutes: wholeMinutes,
          confirmedMinutes: wholeMinutes,
          validatedMinutes: wholeMinutes,
        }),
      )
      .describe("The facts the stage figures are the sums of, by week"),
  })
  .meta({ id: "EnrolmentProgress" });
export type EnrolmentProgress = z.infer<typeof enrolmentProgress>;

export const enrolmentProgressRead = route({
  method: "GET",
  path: "/enrolments/:enrolmentId/progress",
  operationId: "enrolmentProgressRead",
  tag: "progress",
  summary: "Where a trainee stands: course, stage, certificates",
  access: only(["admin", "referent", "trainee"], "enrolments:read"),
  params: z.strictObject({ enrolmentId: id }),
  status: 200,
  response: enrolmentProgress,
  errors: [],
});

export const cohortProgress = z
  .object({
    cohortId: id,
    asOf: civilDay,
    capacity: z.int(),
    seatsTaken: z.int().describe("VAE candidates take none (A4)"),
    deadline: civilDay.nullable(),
    behind: z.int().describe("How many trainees are behind with their stage hours"),
    trainees: z.array(traineeProgress).describe("By name; cancelled enrolments apart"),
  })
  .meta({ id: "CohortProgress" });
export type CohortProgress = z.infer<typeof cohortProgress>;

export const cohortProgressRead = route({
  method: "GET",
  path: "/cohorts/:cohortId/progress",
  operationId: "cohortProgressRead",
  tag: "progress",
  summary: "Where every trainee of a cohort stands",
  access: only(["admin", "referent"], "enrolments:read"),
  params: z.strictObject({ cohortId: id }),
  status: 200,
  response: cohortProgress,
  errors: [],
});

/** What needs the referent today; each entry leads to where it is done. */
export const workList = z
  .object({
    asOf: civilDay,
    weeksToValidate: z.object({
      count: z.int(),
      minutes: wholeMinutes,
      oldestSubmittedOn: civilDay.nullable(),
      cohorts: z.array(z.object({ cohortId: id, cohortName: z.string(), count: z.int() })),
    }),
    traineesBehind: z.array(
      z.object({
        enrolmentId: id,
        cohortId: id,
        cohortName: z.string(),
        person: personSummary,
        leftMinutes: wholeMinutes,
        forecastOn: civilDay.nullable(),
        deadline: civilDay.nullable(),
      }),
    ),
    cohortsWithoutSoundPlan: z
      .array(
        z.object({
          cohortId: id,
          cohortName: z.string(),
          startsOn: civilDay,
          dueMinutes: wholeMinutes,
          plannedMinutes: wholeMinutes,
          problem: z.enum(["no_plan", "gap", "surplus"]),
        }),
      )
      .describe("A gap or surplus adopted with its reason is settled"),
    halfDaysToStaff: z
      .array(
        z.object({
          cohortId: id,
          cohortName: z.string(),
          problem: z.enum(["trainer_unavailable", "room_unavailable", "trainer_missing", "room_missing"]),
          trainerId: id.nullable(),
          roomId: id.nullable(),
          name: z.string().nullable().describe("Of the trainer or room that is not to be had"),
          count: z.int(),
          firstDay: civilDay,
          lastDay: civilDay,
        }),
      )
      .describe("Half-days of the next eight weeks whose trainer or room is not to be had, or that have none yet"),
    draftsToPublish: z
      .array(
        z.object({
          cohortId: id,
          cohortName: z.string(),
          changes: z.int().describe("How many changes its draft has"),
          since: instant.describe("When the first of them was made"),
        }),
      )
      .describe("Plans with changes of which nobody else knows yet, the longest waiting first"),
  })
  .meta({ id: "WorkList" });
export type WorkList = z.infer<typeof workList>;

export const workListRead = route({
  method: "GET",
  path: "/work-list",
  operationId: "workListRead",
  tag: "progress",
  summary:
    "What needs doing: weeks to validate, trainees behind, cohorts without a sound plan, half-days to staff, drafts to publish",
  access: only(["admin", "referent"], "enrolments:read"),
  status: 200,
  response: workList,
  errors: [],
});

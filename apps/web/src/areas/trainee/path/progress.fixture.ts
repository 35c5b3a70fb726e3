import type { EnrolmentProgress } from "@passerelle/contracts/progress";

/** A trainee of the 2017 cohort on 10 October 2017, halfway through. */
export const halfway: EnrolmentProgress = {
  asOf: "2017-10-10",
  cohortName: "Promotion 2017-2018",
  enrolmentId: "01890a5d-ac96-774b-bcce-b302099a8057",
  cohortId: "01890a5d-ac96-774b-bcce-b302099a8058",
  person: { id: "01890a5d-ac96-774b-bcce-b302099a8059", givenName: "Amel", usualName: "Exemple", birthDate: null },
  route: "fpc",
  state: "in_training",
  course: {
    prescribedMinutes: 15_960,
    plannedMinutes: 15_960,
    passedMinutes: 6_930,
    toComeMinutes: 9_030,
    unplannedMinutes: 0,
    blocks: [],
  },
  stage: {
    need: "required",
    requiredMinutes: 21_000,
    draftMinutes: 0,
    declaredMinutes: 840,
    confirmedMinutes: 0,
    validatedMinutes: 10_920,
    leftMinutes: 10_080,
    weeklyPaceMinutes: 840,
    forecastOn: "2018-01-02",
    deadline: "2018-03-04",
    standing: "on_pace",
  },
  certification: { state: "no_ccp", ccps: [], finalInterview: "undecided" },
  sessions: { passed: 5, total: 9 },
  examDays: ["2018-03-05", "2018-03-06"],
  stageWeeks: [
    week("2017-W36", "2017-09-04", { validatedMinutes: 5_000 }),
    week("2017-W37", "2017-09-11", { validatedMinutes: 5_920 }),
    week("2017-W40", "2017-10-02", { declaredMinutes: 840 }),
  ],
};

function week(
  name: string,
  monday: string,
  minutes: Partial<EnrolmentProgress["stageWeeks"][number]>,
): EnrolmentProgress["stageWeeks"][number] {
  return {
    week: name,
    monday,
    draftMinutes: 0,
    declaredMinutes: 0,
    confirmedMinutes: 0,
    validatedMinutes: 0,
    ...minutes,
  };
}

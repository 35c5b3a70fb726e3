/** Every address of the interface. */
export const paths = {
  home: () => "/",
  signIn: () => "/sign-in",
  forgottenPassword: () => "/forgotten-password",
  resetPassword: () => "/reset-password",
  invitation: () => "/invitation",
  cohorts: () => "/cohorts",
  newCohort: () => "/cohorts/new",
  cohort: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}`,
  editCohort: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}/edit`,
  proposePlan: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}/propose`,
  cohortTrainees: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}/trainees`,
  cohortResults: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}/results`,
  publication: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}/publication`,
  planVersions: (cohortId: string) => `/cohorts/${encodeURIComponent(cohortId)}/versions`,
  planVersion: (cohortId: string, number: number) => `/cohorts/${encodeURIComponent(cohortId)}/versions/${number}`,
  workList: () => "/work",
  stageQueue: () => "/stage-weeks",
  people: () => "/people",
  person: (personId: string) => `/people/${encodeURIComponent(personId)}`,
  enrolments: () => "/enrolments",
  enrolment: (enrolmentId: string) => `/enrolments/${encodeURIComponent(enrolmentId)}`,
  users: () => "/users",
  programmes: () => "/programmes",
  programme: (programmeId: string) => `/programmes/${encodeURIComponent(programmeId)}`,
  closures: () => "/closures",
  trainers: () => "/trainers",
  trainer: (trainerId: string) => `/trainers/${encodeURIComponent(trainerId)}`,
  rooms: () => "/rooms",
  room: (roomId: string) => `/rooms/${encodeURIComponent(roomId)}`,
  settings: () => "/settings",
  planner: () => "/planner",
  repairs: () => "/planner/repairs",
  history: () => "/history",
  myPath: () => "/path",
  timetable: () => "/timetable",
  stage: () => "/stage",
  myHalfDays: () => "/my-half-days",
  myUnavailability: () => "/my-unavailability",
} as const;

/** Where to go after signing in: an address of this interface, never another site's. */
export function safeReturn(address: string | undefined): string {
  if (address === undefined || !address.startsWith("/") || /^\/[/\\]/.test(address)) return paths.home();
  return address.startsWith(paths.signIn()) ? paths.home() : address;
}

import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { paths, safeReturn } from "./paths.ts";
import { createAppRouter } from "./routes.tsx";

const router = createAppRouter(new QueryClient());

describe("paths", () => {
  it.each([
    [paths.home(), "/"],
    [paths.signIn(), "/sign-in"],
    [paths.forgottenPassword(), "/forgotten-password"],
    [paths.resetPassword(), "/reset-password"],
    [paths.invitation(), "/invitation"],
    [paths.cohorts(), "/admin/cohorts"],
    [paths.newCohort(), "/admin/cohorts/new"],
    [paths.cohort("c"), "/admin/cohorts/$cohortId"],
    [paths.editCohort("c"), "/admin/cohorts/$cohortId/edit"],
    [paths.proposePlan("c"), "/admin/cohorts/$cohortId/propose"],
    [paths.cohortTrainees("c"), "/admin/cohorts/$cohortId/trainees"],
    [paths.cohortResults("c"), "/admin/cohorts/$cohortId/results"],
    [paths.publication("c"), "/admin/cohorts/$cohortId/publication"],
    [paths.planVersions("c"), "/admin/cohorts/$cohortId/versions"],
    [paths.planVersion("c", 4), "/admin/cohorts/$cohortId/versions/$number"],
    [paths.workList(), "/admin/work"],
    [paths.stageQueue(), "/admin/stage-weeks"],
    [paths.people(), "/admin/people"],
    [paths.person("p"), "/admin/people/$personId"],
    [paths.enrolments(), "/admin/enrolments"],
    [paths.enrolment("e"), "/admin/enrolments/$enrolmentId"],
    [paths.users(), "/admin/users"],
    [paths.myPath(), "/trainee/path"],
    [paths.timetable(), "/trainee/timetable"],
    [paths.stage(), "/trainee/stage"],
    [paths.myHalfDays(), "/trainer/my-half-days"],
    [paths.myUnavailability(), "/trainer/my-unavailability"],
    [paths.programmes(), "/admin/programmes"],
    [paths.programme("p"), "/admin/programmes/$programmeId"],
    [paths.closures(), "/admin/closures"],
    [paths.trainers(), "/admin/trainers"],
    [paths.trainer("t"), "/admin/trainers/$trainerId"],
    [paths.rooms(), "/admin/rooms"],
    [paths.room("r"), "/admin/rooms/$roomId"],
    [paths.settings(), "/admin/settings"],
    [paths.planner(), "/admin/planner"],
    [paths.repairs(), "/admin/planner/repairs"],
    [paths.history(), "/admin/history"],
  ])("%s leads to the route %s", (path, routeId) => {
    const [, , found] = router.getMatchedRoutes(path);
    expect(found?.id).toBe(routeId);
  });

  it("escapes what it is given", () => {
    expect(paths.cohort("a/b?c")).toBe("/cohorts/a%2Fb%3Fc");
  });
});

describe("the way back after signing in", () => {
  it("stays inside the application", () => {
    expect(safeReturn("/cohorts?state=running")).toBe("/cohorts?state=running");
    expect(safeReturn(undefined)).toBe("/");
    expect(safeReturn("https://elsewhere.test/")).toBe("/");
    expect(safeReturn("//elsewhere.test/")).toBe("/");
    expect(safeReturn("/\\elsewhere.test")).toBe("/");
  });

  it("never leads back to the sign-in page", () => {
    expect(safeReturn("/sign-in?returnTo=/cohorts")).toBe("/");
  });
});

import { enrolmentRoute, enrolmentState } from "@passerelle/contracts/enrolments";
import { role } from "@passerelle/contracts/roles";
import { stageWeekState } from "@passerelle/contracts/stage-weeks";
import { cohortState, userState } from "@passerelle/contracts/states";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { FramedErrorPage } from "../../components/ErrorPage.tsx";
import { Forbidden, hasArea } from "../../components/me.ts";
import { root, signedInPerson } from "../../root-route.tsx";
import { historySearch } from "./history/history-search.ts";
import { plannerSearch } from "./planner/planner-search.ts";
import { repairsSearch } from "./repairs/repairs-search.ts";

const admin = createRoute({
  getParentRoute: () => root,
  id: "admin",
  beforeLoad: async ({ context, location }) => {
    const me = await signedInPerson(context.queryClient, location.href);
    if (!hasArea(me, "admin")) throw new Forbidden();
    await (await import("./texts.ts")).loadTexts();
  },
  component: lazyRouteComponent(() => import("./AdminShell.tsx"), "AdminShell"),
  errorComponent: FramedErrorPage,
});

const cohortsPage = () => import("./cohorts/CohortsPage.tsx");
const cohorts = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts",
  validateSearch: z.object({
    state: cohortState.optional().catch(undefined),
    search: z.string().max(100).optional().catch(undefined),
    sort: z.enum(["-startsOn", "startsOn", "name"]).optional().catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await cohortsPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(cohortsPage, "CohortsPage"),
});

const newCohortPage = () => import("./cohorts/NewCohortPage.tsx");
const newCohort = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/new",
  loader: async ({ context }) => (await newCohortPage()).load(context.queryClient),
  component: lazyRouteComponent(newCohortPage, "NewCohortPage"),
});

const editCohortPage = () => import("./cohorts/EditCohortPage.tsx");
const editCohort = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/edit",
  loader: async ({ context, params }) => (await editCohortPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(editCohortPage, "EditCohortPage"),
});

const cohortYearPage = () => import("./cohort-year/CohortYearPage.tsx");
const cohortYear = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId",
  validateSearch: z.object({
    session: z.string().optional().catch(undefined),
    shown: z.enum(["before", "after"]).optional().catch(undefined),
  }),
  loader: async ({ context, params }) => (await cohortYearPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(cohortYearPage, "CohortYearPage"),
});

const proposePage = () => import("./cohort-year/ProposePage.tsx");
const propose = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/propose",
  loader: async ({ context, params }) => (await proposePage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(proposePage, "ProposePage"),
});

const publicationPage = () => import("./publishing/PublicationPage.tsx");
const publication = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/publication",
  loader: async ({ context, params }) => (await publicationPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(publicationPage, "PublicationPage"),
});

const versionsPage = () => import("./publishing/VersionsPage.tsx");
const versions = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/versions",
  loader: async ({ context, params }) => (await versionsPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(versionsPage, "VersionsPage"),
});

const versionPage = () => import("./publishing/VersionPage.tsx");
const version = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/versions/$number",
  params: z.object({ cohortId: z.string(), number: z.coerce.number() }),
  validateSearch: z.object({ from: z.number().int().min(1).optional().catch(undefined) }),
  loader: async ({ context, params }) =>
    (await versionPage()).load(context.queryClient, params.cohortId, params.number),
  component: lazyRouteComponent(versionPage, "VersionPage"),
});

const programmesPage = () => import("./programmes/ProgrammesPage.tsx");
const programmes = createRoute({
  getParentRoute: () => admin,
  path: "/programmes",
  loader: async ({ context }) => (await programmesPage()).load(context.queryClient),
  component: lazyRouteComponent(programmesPage, "ProgrammesPage"),
});

const programmePage = () => import("./programmes/ProgrammePage.tsx");
const programme = createRoute({
  getParentRoute: () => admin,
  path: "/programmes/$programmeId",
  loader: async ({ context, params }) => (await programmePage()).load(context.queryClient, params.programmeId),
  component: lazyRouteComponent(programmePage, "ProgrammePage"),
});

const closuresPage = () => import("./closures/ClosuresPage.tsx");
const closures = createRoute({
  getParentRoute: () => admin,
  path: "/closures",
  loader: async ({ context }) => (await closuresPage()).load(context.queryClient),
  component: lazyRouteComponent(closuresPage, "ClosuresPage"),
});

const trainersPage = () => import("./trainers/TrainersPage.tsx");
const trainers = createRoute({
  getParentRoute: () => admin,
  path: "/trainers",
  validateSearch: z.object({
    search: z.string().max(100).optional().catch(undefined),
    blockId: z.uuid().optional().catch(undefined),
    retired: z.enum(["with"]).optional().catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await trainersPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(trainersPage, "TrainersPage"),
});

const trainerPage = () => import("./trainers/TrainerPage.tsx");
const trainer = createRoute({
  getParentRoute: () => admin,
  path: "/trainers/$trainerId",
  loader: async ({ context, params }) => (await trainerPage()).load(context.queryClient, params.trainerId),
  component: lazyRouteComponent(trainerPage, "TrainerPage"),
});

const roomsPage = () => import("./rooms/RoomsPage.tsx");
const rooms = createRoute({
  getParentRoute: () => admin,
  path: "/rooms",
  loader: async ({ context }) => (await roomsPage()).load(context.queryClient),
  component: lazyRouteComponent(roomsPage, "RoomsPage"),
});

const roomPage = () => import("./rooms/RoomPage.tsx");
const room = createRoute({
  getParentRoute: () => admin,
  path: "/rooms/$roomId",
  loader: async ({ context, params }) => (await roomPage()).load(context.queryClient, params.roomId),
  component: lazyRouteComponent(roomPage, "RoomPage"),
});

const settingsPage = () => import("./settings/SettingsPage.tsx");
const settings = createRoute({
  getParentRoute: () => admin,
  path: "/settings",
  loader: async ({ context }) => (await settingsPage()).load(context.queryClient),
  component: lazyRouteComponent(settingsPage, "SettingsPage"),
});

const workListPage = () => import("./work-list/WorkListPage.tsx");
const workList = createRoute({
  getParentRoute: () => admin,
  path: "/work",
  loader: async ({ context }) => (await workListPage()).load(context.queryClient),
  component: lazyRouteComponent(workListPage, "WorkListPage"),
});

const cohortTraineesPage = () => import("./cohort-trainees/CohortTraineesPage.tsx");
const cohortTrainees = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/trainees",
  validateSearch: z.object({
    show: z.enum(["all", "behind"]).optional().catch(undefined),
    sort: z.enum(["name", "stage"]).optional().catch(undefined),
  }),
  loader: async ({ context, params }) => (await cohortTraineesPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(cohortTraineesPage, "CohortTraineesPage"),
});

const cohortResultsPage = () => import("./cohort-results/CohortResultsPage.tsx");
const cohortResults = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/results",
  loader: async ({ context, params }) => (await cohortResultsPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(cohortResultsPage, "CohortResultsPage"),
});

const stageQueuePage = () => import("./stage-queue/StageQueuePage.tsx");
const stageQueue = createRoute({
  getParentRoute: () => admin,
  path: "/stage-weeks",
  validateSearch: z.object({
    cohortId: z.uuid().optional().catch(undefined),
    enrolmentId: z.uuid().optional().catch(undefined),
    state: stageWeekState.optional().catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await stageQueuePage()).load(context.queryClient, deps),
  component: lazyRouteComponent(stageQueuePage, "StageQueuePage"),
});

const searchText = z.string().max(100).optional().catch(undefined);

const peoplePage = () => import("./people/PeoplePage.tsx");
const people = createRoute({
  getParentRoute: () => admin,
  path: "/people",
  validateSearch: z.object({ search: searchText }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await peoplePage()).load(context.queryClient, deps),
  component: lazyRouteComponent(peoplePage, "PeoplePage"),
});

const personPage = () => import("./people/PersonPage.tsx");
const person = createRoute({
  getParentRoute: () => admin,
  path: "/people/$personId",
  loader: async ({ context, params }) => (await personPage()).load(context.queryClient, params.personId),
  component: lazyRouteComponent(personPage, "PersonPage"),
});

const enrolmentsPage = () => import("./enrolments/EnrolmentsPage.tsx");
const enrolments = createRoute({
  getParentRoute: () => admin,
  path: "/enrolments",
  validateSearch: z.object({
    cohortId: z.uuid().optional().catch(undefined),
    state: enrolmentState.optional().catch(undefined),
    route: enrolmentRoute.optional().catch(undefined),
    search: searchText,
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await enrolmentsPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(enrolmentsPage, "EnrolmentsPage"),
});

const enrolmentPage = () => import("./enrolments/EnrolmentPage.tsx");
const enrolment = createRoute({
  getParentRoute: () => admin,
  path: "/enrolments/$enrolmentId",
  loader: async ({ context, params }) => (await enrolmentPage()).load(context.queryClient, params.enrolmentId),
  component: lazyRouteComponent(enrolmentPage, "EnrolmentPage"),
});

const usersPage = () => import("./users/UsersPage.tsx");
const users = createRoute({
  getParentRoute: () => admin,
  path: "/users",
  validateSearch: z.object({
    search: searchText,
    role: role.optional().catch(undefined),
    state: userState.optional().catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await usersPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(usersPage, "UsersPage"),
});

const plannerPage = () => import("./planner/PlannerPage.tsx");
const planner = createRoute({
  getParentRoute: () => admin,
  path: "/planner",
  validateSearch: plannerSearch,
  loaderDeps: ({ search: { view, day } }) => ({ view, day }),
  loader: async ({ context, deps }) => (await plannerPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(plannerPage, "PlannerPage"),
});

const repairsPage = () => import("./repairs/RepairsPage.tsx");
const repairs = createRoute({
  getParentRoute: () => admin,
  path: "/planner/repairs",
  validateSearch: repairsSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await repairsPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(repairsPage, "RepairsPage"),
});

const historyPage = () => import("./history/HistoryPage.tsx");
const history = createRoute({
  getParentRoute: () => admin,
  path: "/history",
  validateSearch: historySearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await historyPage()).load(context.queryClient, deps),
  component: lazyRouteComponent(historyPage, "HistoryPage"),
});

/** The administration: each page is loaded when it is first opened. */
export const adminRoutes = admin.addChildren([
  cohorts,
  newCohort,
  cohortYear,
  editCohort,
  propose,
  publication,
  versions,
  version,
  programmes,
  programme,
  closures,
  trainers,
  trainer,
  rooms,
  room,
  settings,
  workList,
  cohortTrainees,
  cohortResults,
  stageQueue,
  people,
  person,
  enrolments,
  enrolment,
  users,
  planner,
  repairs,
  history,
]);

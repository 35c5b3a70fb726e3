import { cohortState } from "@passerelle/contracts/cohorts";
import { meRead } from "@passerelle/contracts/account";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { z } from "zod";
import { isSignedOut } from "./api/api-error.ts";
import { q } from "./api/query.ts";
import { FramedErrorPage, ErrorPage } from "./components/ErrorPage.tsx";
import { Forbidden, hasAdminArea } from "./components/me.ts";
import { NotFoundPage } from "./components/NotFoundPage.tsx";
import { PagePending } from "./components/PagePending.tsx";
import { RouteFocus } from "./components/RouteFocus.tsx";
import { paths, safeReturn } from "./paths.ts";

interface RouterContext {
  readonly queryClient: QueryClient;
  readonly signedOut: () => void;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: () => (
    <>
      <RouteFocus />
      <Outlet />
    </>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: FramedErrorPage,
});

/** Who is signed in; to the sign-in page otherwise, and back here after. */
async function signedInPerson(queryClient: QueryClient, href: string) {
  try {
    return await queryClient.ensureQueryData(q(meRead, {}));
  } catch (error) {
    if (isSignedOut(error)) redirect({ to: "/sign-in", search: { returnTo: href }, throw: true });
    throw error;
  }
}

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    const me = await signedInPerson(context.queryClient, location.href);
    if (hasAdminArea(me)) redirect({ to: "/cohorts", replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import("./areas/public/HomePage.tsx"), "HomePage"),
  errorComponent: FramedErrorPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: z.object({ returnTo: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./areas/public/SignInPage.tsx"), "SignInPage"),
  errorComponent: FramedErrorPage,
});
const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: "/forgotten-password",
  component: lazyRouteComponent(() => import("./areas/public/ForgottenPasswordPage.tsx"), "ForgottenPasswordPage"),
  errorComponent: FramedErrorPage,
});
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  component: lazyRouteComponent(() => import("./areas/public/ResetPasswordPage.tsx"), "ResetPasswordPage"),
  errorComponent: FramedErrorPage,
});

const admin = createRoute({
  getParentRoute: () => root,
  id: "admin",
  beforeLoad: async ({ context, location }) => {
    const me = await signedInPerson(context.queryClient, location.href);
    if (!hasAdminArea(me)) throw new Forbidden();
  },
  component: lazyRouteComponent(() => import("./areas/admin/AdminShell.tsx"), "AdminShell"),
  errorComponent: FramedErrorPage,
});

const cohortsPage = () => import("./areas/admin/cohorts/CohortsPage.tsx");
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

const newCohortPage = () => import("./areas/admin/cohorts/NewCohortPage.tsx");
const newCohort = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/new",
  loader: async ({ context }) => (await newCohortPage()).load(context.queryClient),
  component: lazyRouteComponent(newCohortPage, "NewCohortPage"),
});

const editCohortPage = () => import("./areas/admin/cohorts/EditCohortPage.tsx");
const editCohort = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/edit",
  loader: async ({ context, params }) => (await editCohortPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(editCohortPage, "EditCohortPage"),
});

const cohortYearPage = () => import("./areas/admin/cohort-year/CohortYearPage.tsx");
const cohortYear = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId",
  validateSearch: z.object({ session: z.string().optional().catch(undefined) }),
  loader: async ({ context, params }) => (await cohortYearPage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(cohortYearPage, "CohortYearPage"),
});

const proposePage = () => import("./areas/admin/cohort-year/ProposePage.tsx");
const propose = createRoute({
  getParentRoute: () => admin,
  path: "/cohorts/$cohortId/propose",
  loader: async ({ context, params }) => (await proposePage()).load(context.queryClient, params.cohortId),
  component: lazyRouteComponent(proposePage, "ProposePage"),
});

const programmesPage = () => import("./areas/admin/programmes/ProgrammesPage.tsx");
const programmes = createRoute({
  getParentRoute: () => admin,
  path: "/programmes",
  loader: async ({ context }) => (await programmesPage()).load(context.queryClient),
  component: lazyRouteComponent(programmesPage, "ProgrammesPage"),
});

const programmePage = () => import("./areas/admin/programmes/ProgrammePage.tsx");
const programme = createRoute({
  getParentRoute: () => admin,
  path: "/programmes/$programmeId",
  loader: async ({ context, params }) => (await programmePage()).load(context.queryClient, params.programmeId),
  component: lazyRouteComponent(programmePage, "ProgrammePage"),
});

const closuresPage = () => import("./areas/admin/closures/ClosuresPage.tsx");
const closures = createRoute({
  getParentRoute: () => admin,
  path: "/closures",
  loader: async ({ context }) => (await closuresPage()).load(context.queryClient),
  component: lazyRouteComponent(closuresPage, "ClosuresPage"),
});

const settingsPage = () => import("./areas/admin/settings/SettingsPage.tsx");
const settings = createRoute({
  getParentRoute: () => admin,
  path: "/settings",
  loader: async ({ context }) => (await settingsPage()).load(context.queryClient),
  component: lazyRouteComponent(settingsPage, "SettingsPage"),
});

const routeTree = root.addChildren([
  home,
  signIn,
  forgottenPassword,
  resetPassword,
  admin.addChildren([cohorts, newCohort, cohortYear, editCohort, propose, programmes, programme, closures, settings]),
]);

export function createAppRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queryClient, signedOut: toSignIn },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 400,
    scrollRestoration: true,
  });
  return router;

  function toSignIn(): void {
    queryClient.clear();
    const { pathname, href } = router.state.location;
    if (pathname === paths.signIn()) return;
    void router.navigate({ to: "/sign-in", search: { returnTo: safeReturn(href) } });
  }
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

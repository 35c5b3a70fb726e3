import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { FramedErrorPage } from "../../components/ErrorPage.tsx";
import { Forbidden, hasArea } from "../../components/me.ts";
import { root, signedInPerson } from "../../root-route.tsx";

const trainee = createRoute({
  getParentRoute: () => root,
  id: "trainee",
  // Somebody who trains twice chooses which path is shown.
  validateSearch: z.object({ enrolment: z.uuid().optional().catch(undefined) }),
  beforeLoad: async ({ context, location }) => {
    const me = await signedInPerson(context.queryClient, location.href);
    if (!hasArea(me, "trainee")) throw new Forbidden();
    await (await import("./texts.ts")).loadTexts();
  },
  component: lazyRouteComponent(() => import("./TraineeShell.tsx"), "TraineeShell"),
  errorComponent: FramedErrorPage,
});

const myPathPage = () => import("./path/MyPathPage.tsx");
const myPath = createRoute({
  getParentRoute: () => trainee,
  path: "/path",
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await myPathPage()).load(context.queryClient, deps.enrolment),
  component: lazyRouteComponent(myPathPage, "MyPathPage"),
});

const timetablePage = () => import("./timetable/TimetablePage.tsx");
const timetable = createRoute({
  getParentRoute: () => trainee,
  path: "/timetable",
  validateSearch: z.object({ view: z.enum(["list", "month"]).optional().catch(undefined) }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await timetablePage()).load(context.queryClient, deps.enrolment),
  component: lazyRouteComponent(timetablePage, "TimetablePage"),
});

const stagePage = () => import("./stage/StagePage.tsx");
const stage = createRoute({
  getParentRoute: () => trainee,
  path: "/stage",
  validateSearch: z.object({
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/)
      .optional()
      .catch(undefined),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => (await stagePage()).load(context.queryClient, deps.enrolment),
  component: lazyRouteComponent(stagePage, "StagePage"),
});

/** The trainee area, which loads none of the administration's code. */
export const traineeRoutes = trainee.addChildren([myPath, timetable, stage]);

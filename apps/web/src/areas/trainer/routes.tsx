import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { FramedErrorPage } from "../../components/ErrorPage.tsx";
import { Forbidden, hasArea } from "../../components/me.ts";
import { root, signedInPerson } from "../../root-route.tsx";

const trainer = createRoute({
  getParentRoute: () => root,
  id: "trainer",
  beforeLoad: async ({ context, location }) => {
    const me = await signedInPerson(context.queryClient, location.href);
    if (!hasArea(me, "trainer")) throw new Forbidden();
    await (await import("./texts.ts")).loadTexts();
  },
  component: lazyRouteComponent(() => import("./TrainerShell.tsx"), "TrainerShell"),
  errorComponent: FramedErrorPage,
});

const myHalfDaysPage = () => import("./half-days/MyHalfDaysPage.tsx");
const myHalfDays = createRoute({
  getParentRoute: () => trainer,
  path: "/my-half-days",
  loader: async ({ context }) => (await myHalfDaysPage()).load(context.queryClient),
  component: lazyRouteComponent(myHalfDaysPage, "MyHalfDaysPage"),
});

const myUnavailabilityPage = () => import("./unavailability/MyUnavailabilityPage.tsx");
const myUnavailability = createRoute({
  getParentRoute: () => trainer,
  path: "/my-unavailability",
  loader: async ({ context }) => (await myUnavailabilityPage()).load(context.queryClient),
  component: lazyRouteComponent(myUnavailabilityPage, "MyUnavailabilityPage"),
});

/** What a trainer does alone: sees their half-days, says when they cannot come. */
export const trainerRoutes = trainer.addChildren([myHalfDays, myUnavailability]);

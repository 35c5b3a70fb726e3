import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { adminRoutes } from "./areas/admin/routes.tsx";
import { traineeRoutes } from "./areas/trainee/routes.tsx";
import { trainerRoutes } from "./areas/trainer/routes.tsx";
import { FramedErrorPage, ErrorPage } from "./components/ErrorPage.tsx";
import { areasOf } from "./components/me.ts";
import { NotFoundPage } from "./components/NotFoundPage.tsx";
import { PagePending } from "./components/PagePending.tsx";
import { paths, safeReturn } from "./paths.ts";
import { root, signedInPerson } from "./root-route.tsx";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    const me = await signedInPerson(context.queryClient, location.href);
    const [first] = areasOf(me);
    if (first !== undefined) redirect({ to: first.to, replace: true, throw: true });
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
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./areas/public/InvitationPage.tsx"), "InvitationPage"),
  errorComponent: FramedErrorPage,
});

const routeTree = root.addChildren([
  home,
  signIn,
  forgottenPassword,
  resetPassword,
  invitation,
  adminRoutes,
  traineeRoutes,
  trainerRoutes,
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

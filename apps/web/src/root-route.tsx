import { meRead } from "@passerelle/contracts/account";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet, redirect } from "@tanstack/react-router";
import { isSignedOut } from "./api/api-error.ts";
import { q } from "./api/query.ts";
import { FramedErrorPage } from "./components/ErrorPage.tsx";
import { NotFoundPage } from "./components/NotFoundPage.tsx";
import { RouteFocus } from "./components/RouteFocus.tsx";

export interface RouterContext {
  readonly queryClient: QueryClient;
  readonly signedOut: () => void;
}

/** What every route hangs from. */
export const root = createRootRouteWithContext<RouterContext>()({
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
export async function signedInPerson(queryClient: QueryClient, href: string) {
  try {
    return await queryClient.ensureQueryData(q(meRead, {}));
  } catch (error) {
    if (isSignedOut(error)) redirect({ to: "/sign-in", search: { returnTo: href }, throw: true });
    throw error;
  }
}

import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError, isSignedOut } from "./api-error.ts";

export interface Reactions {
  /** The sign-in is over. */
  signedOut: () => void;
}

/** The cache of what was read; a sign-in that ended or a stale version is noticed here, wherever it happens. */
export function createQueryClient(reactions: Reactions): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: { staleTime: 20_000, retry: worthAnotherTry, networkMode: "always" },
      mutations: { retry: worthAnotherTry, networkMode: "always" },
    },
  });
  return client;

  function notice(error: Error): void {
    if (isSignedOut(error)) reactions.signedOut();
    // Changed meanwhile: what is shown is read again, and the form or the move says so.
    if (error instanceof ApiError && error.status === 412) void client.invalidateQueries();
  }
}

function worthAnotherTry(failures: number, error: Error): boolean {
  const transient = error instanceof ApiError && (error.status === 0 || error.status === 503);
  return transient && failures < 2;
}

/** Listens for the wish to stop: the first is a request to drain, a second ends the process at once. */
export function onStop(): { readonly asked: Promise<void>; readonly isAsked: boolean } {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let askedAt: number | undefined;
  const stop = () => {
    // One Ctrl-C under npm comes twice, from the terminal and from npm, within milliseconds.
    if (askedAt !== undefined && performance.now() - askedAt > 500) process.exit(130);
    askedAt ??= performance.now();
    resolve();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  return {
    asked,
    get isAsked() {
      return askedAt !== undefined;
    },
  };
}

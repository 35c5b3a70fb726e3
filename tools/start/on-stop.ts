export interface Stopping {
  readonly asked: Promise<void>;
  readonly isAsked: boolean;
}

/** Listens for the wish to stop: the first is a request to drain, a second ends the process at once. */
export function onStop(): Stopping {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let askedAt: number | undefined;
  const stop = () => {
    // One Ctrl-C under npm comes twice, from the terminal and from npm, within milliseconds.
    if (askedAt !== undefined && performance.now() - askedAt > 500) process.exit(130);
    askedAt ??= performance.now();
    resolve();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  const watch = onLosingNpm(stop);
  void asked.then(() => clearInterval(watch));
  return {
    asked,
    get isAsked() {
      return askedAt !== undefined;
    },
  };
}

/** A signal sent to npm itself ends npm and its shell, and never reaches us: being left alone is the sign of it. */
function onLosingNpm(stop: () => void): NodeJS.Timeout | undefined {
  if (process.env["npm_lifecycle_event"] === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 250).unref();
}

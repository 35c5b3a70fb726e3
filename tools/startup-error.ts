/** A reason not to start that the reader can act on: printed as one sentence, without a stack trace. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

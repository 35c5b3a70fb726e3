/** What the log tells of an error: where it came from and its codes, never its message. */
export interface LoggedError {
  readonly type: string;
  /** Its type and code, where readers of logs look for a message. */
  readonly message: string;
  readonly code?: string;
  /** The model a Prisma error is about. */
  readonly model?: string;
  readonly constraint?: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

const deepest = 5;

/**
 * An error without what was sent: messages of Prisma, PostgreSQL, the mail server and of whatever parses quote the
 * values they choke on, and the log holds nothing about people. Type, codes and frames lead to the line all the same.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  const cause = fieldOf(error, "cause") ?? fieldOf(fieldOf(error, "meta"), "driverAdapterError");
  const [code, model, constraint] = [codeOf(error), fieldOf(fieldOf(error, "meta"), "modelName"), constraintOf(error)];
  const type = error instanceof Error ? error.constructor.name : typeof error;
  return {
    type,
    message: isName(code) ? `${type} ${code}` : type,
    ...(isName(code) && { code }),
    ...(isName(model) && { model }),
    ...(isName(constraint) && { constraint }),
    stack: error instanceof Error ? framesOf(error) : "",
    ...(typeof cause === "object" && depth < deepest && { cause: loggedError(cause, depth + 1) }),
  };
}

/** PostgreSQL's own code comes in the facts of Prisma's adapter. */
function codeOf(error: unknown): unknown {
  return fieldOf(error, "code") ?? fieldOf(error, "originalCode");
}

/** The driver names the constraint; Prisma's adapter, its index. */
function constraintOf(error: unknown): unknown {
  const constraint = fieldOf(error, "constraint");
  return fieldOf(constraint, "index") ?? constraint;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && /^\w{1,63}$/.test(value);
}

/** The stack begins with the message, which may itself hold lines that look like frames. */
function framesOf({ message, stack = "" }: Error): string {
  const start = stack.indexOf(message);
  return (start === -1 ? stack : stack.slice(start + message.length))
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .join("\n");
}

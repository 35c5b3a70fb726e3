import { Prisma } from "../generated/prisma/client.ts";

/**
 * The name of the database constraint an error tells of, or null. Unique and foreign-key violations name it in the
 * adapter's facts; exclusions and checks only in PostgreSQL's own English text (`lc_messages = C`).
 */
export function violatedConstraint(error: unknown): string | null {
  const text = JSON.stringify(factsOf(error));
  return /constraint \\?"([a-z0-9_]+)\\?"/.exec(text)?.[1] ?? /"index":"([a-z0-9_]+)"/.exec(text)?.[1] ?? null;
}

function factsOf(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return [error.message, error.meta];
  return error instanceof Error ? [error.message, error.cause, Object.entries(error)] : error;
}

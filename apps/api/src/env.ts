import { z } from "zod";

/** One bad variable or more; the message names each, its value, and what is accepted. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const Environment = z
  .object({
    NODE_ENV: oneOf(["production", "development", "test"]).default("development"),
    PORT: z.coerce
      .number("a whole number from 0 (any free port) to 65535")
      .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, {
        error: "a whole number from 0 (any free port) to 65535",
      })
      .default(3000),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, { error: "a host name or address, such as 127.0.0.1 or 0.0.0.0" })
      .default("127.0.0.1"),
    DATA_DIR: z.string().default(".data"),
    DATABASE_URL: urlOf(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/name").optional(),
    SEED: oneOf(["demo", "reference", "none"]).optional(),
    PUBLIC_URL: urlOf(["http:", "https:"], "https://passerelle.example.org").optional(),
    TEMPLATES_DIR: z.string().optional(),
    SMTP_URL: urlOf(["smtp:", "smtps:"], "smtp://user:password@host:587").optional(),
    LOG_LEVEL: oneOf(LOG_LEVELS).optional(),
  })
  .refine(({ NODE_ENV, SEED }) => !(NODE_ENV === "production" && SEED === "demo"), {
    path: ["SEED"],
    error: "reference or none, because demo accounts have public passwords and NODE_ENV is production",
  })
  .transform((variables) => ({
    nodeEnv: variables.NODE_ENV,
    port: variables.PORT,
    host: variables.HOST,
    /** Where the embedded database, mails and files live. */
    dataDir: variables.DATA_DIR,
    /** Undefined: the embedded database. */
    databaseUrl: variables.DATABASE_URL,
    seed: variables.SEED ?? (variables.NODE_ENV === "production" ? "reference" : "demo"),
    /** The address people use, without a slash at its end; undefined: the one the server listens on. */
    publicUrl: variables.PUBLIC_URL?.replace(/\/+$/, ""),
    /** The installation's own templates of documents; undefined: the house's. */
    templatesDir: variables.TEMPLATES_DIR,
    /** Undefined: mails are written to files under `dataDir`. */
    smtpUrl: variables.SMTP_URL,
    logLevel: variables.LOG_LEVEL ?? (variables.NODE_ENV === "production" ? "info" : "warn"),
  }));

export type Env = z.output<typeof Environment>;

/** Reads the environment, an empty variable counting as unset. Throws an `EnvironmentError` naming every fault. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} is ${shown(name, given[name])}, but must be ${message}.`;
  });
  throw new EnvironmentError(faults.join("\n"));
}

/** URLs may carry a password, which must not reach a log. */
function shown(name: string, value: string | undefined): string {
  return `"${name.endsWith("_URL") ? value?.replace(/:[^@/]*@/, ":…@") : value}"`;
}

function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(", ")}` });
}

function urlOf(protocols: readonly string[], example: string) {
  return z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `a URL such as ${example}`,
  });
}

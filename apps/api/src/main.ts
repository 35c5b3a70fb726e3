import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { createApp } from "./app.ts";
import { openDatabase } from "./core/db.ts";
import { loggedError } from "./core/logged-error.ts";
import { folderMailer, smtpMailer } from "./core/mail.ts";
import type { Env } from "./env.ts";

export interface ServeOptions {
  readonly env: Env;
  /** A migrated database. */
  readonly databaseUrl: string;
  /** The folder of the built web app. */
  readonly webRoot?: string;
  /** The application's clock; the machine's when none is given. */
  readonly now?: () => Temporal.Instant;
}

/** Listens until closed; closing lets requests under way finish, then leaves the database. */
export async function serve(options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { env, databaseUrl, webRoot } = options;
  const database = openDatabase(databaseUrl, { warn: (facts, message) => app?.log.warn(facts, message) });
  let app: FastifyInstance | undefined;
  let publicUrl = env.publicUrl;
  try {
    app = await createApp({
      database,
      mail: env.smtpUrl === undefined ? folderMailer(join(env.dataDir, "mail")) : smtpMailer(env.smtpUrl),
      clock: options.now ?? (() => Temporal.Now.instant()),
      publicUrl: () => publicUrl ?? "http://localhost",
      logger: loggerOf(env.logLevel),
      ...(webRoot !== undefined && { webRoot }),
    });
    const url = await app.listen({ port: env.port, host: env.host });
    publicUrl ??= `http://localhost:${new URL(url).port}`;
    const served = app;
    return {
      url,
      close: async () => {
        await served.close();
        await database.close();
      },
    };
  } catch (error) {
    await app?.close();
    await database.close();
    throw error;
  }
}

/** One line of JSON per event, without personal data: no query, no address, no body, no header, no error’s message. */
export function loggerOf(level: string) {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? null }),
      res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
      err: (error: Error) => ({ ...loggedError(error) }),
    },
  };
}

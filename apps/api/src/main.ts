import { join } from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { createApp } from "./app.ts";
import { openDatabase } from "./core/db.ts";
import { loggedError } from "./core/logged-error.ts";
import { folderMailer, smtpMailer } from "./core/mail.ts";
import { startOutbox } from "./core/outbox-worker.ts";
import { Typesetter } from "./core/typesetter.ts";
import type { Env } from "./env.ts";
import { letters } from "./letters.ts";
import { checkTemplates } from "./modules/documents/check-templates.ts";
import { settleCopiedEvents } from "./modules/events/settle-copied-events.ts";

export interface ServeOptions {
  readonly env: Env;
  /** A migrated database. */
  readonly databaseUrl: string;
  /** The folder of the built web app. */
  readonly webRoot?: string;
  /** The application's clock; the machine's when none is given. */
  readonly now?: () => Temporal.Instant;
}

/** Listens and delivers until closed; closing lets requests and the letter under way finish, then leaves the database. */
export async function serve(options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { env, databaseUrl, webRoot } = options;
  const database = openDatabase(databaseUrl, { warn: (facts, message) => app?.log.warn(facts, message) });
  let app: FastifyInstance | undefined;
  let publicUrl = env.publicUrl;
  const clock = options.now ?? (() => Temporal.Now.instant());
  const ownUrl = () => publicUrl ?? "http://localhost";
  const typesetter = new Typesetter(env.templatesDir);
  try {
    if (env.templatesDir !== undefined) await checkTemplates(env.templatesDir, typesetter);
    await settleCopiedEvents(database.pool);
    app = await createApp({
      database,
      clock,
      publicUrl: ownUrl,
      typesetter,
      logger: loggerOf(env.logLevel),
      ...(webRoot !== undefined && { webRoot }),
    });
    const url = await app.listen({ port: env.port, host: env.host });
    publicUrl ??= `http://localhost:${new URL(url).port}`;
    const mailer = env.smtpUrl === undefined ? folderMailer(join(env.dataDir, "mail")) : smtpMailer(env.smtpUrl);
    const outbox = await startOutbox({ database, mailer, letters, clock, publicUrl: ownUrl, log: app.log });
    const served = app;
    return {
      url,
      close: async () => {
        await served.close();
        typesetter.close();
        await outbox.stop();
        await database.close();
      },
    };
  } catch (error) {
    await app?.close();
    typesetter.close();
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

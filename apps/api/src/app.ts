import cookie from "@fastify/cookie";
import { contracts } from "@passerelle/contracts/index";
import fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { today } from "./core/civil-day.ts";
import { anonymous } from "./core/actor.ts";
import { identify } from "./http/authentication.ts";
import { errorReference } from "./http/error-reference.ts";
import { health } from "./http/health.ts";
import type { Mounted } from "./http/mount.ts";
import { openapi } from "./http/openapi.ts";
import { problems, sendNotFound, sendUnreadable } from "./http/problem.ts";
import { limitRate, type RateLimit } from "./http/rate-limit.ts";
import { register } from "./http/register.ts";
import { security } from "./http/security.ts";
import { Services, type ServicesOptions } from "./http/services.ts";
import { spa } from "./http/spa.ts";
import { routes } from "./routes.ts";

export interface AppOptions extends ServicesOptions {
  readonly logger: FastifyServerOptions["logger"];
  readonly rateLimit?: RateLimit;
  /** The folder of the built web app; none serves the API alone. */
  readonly webRoot?: string;
}

const usualRate: RateLimit = { perMinute: 600, anonymousPerMinute: 120 };

/** The whole HTTP side: the API of the contract map, its documentation, health checks and the web app. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const services = new Services(options);
  const app = fastify({
    logger: options.logger ?? false,
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    trustProxy: services.isSecure,
    return503OnClosing: false, // health() answers as a problem document
    requestTimeout: 30_000,
    frameworkErrors: sendUnreadable,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 100, ignoreTrailingSlash: false },
  });
  app.setValidatorCompiler(() => () => true); // register() decodes
  app.setSerializerCompiler(() => JSON.stringify); // and encodes
  app.removeContentTypeParser("text/plain");
  problems(app);
  refuseStrayRoutes(app);
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("x-request-id", reply.request.id);
  });
  await security(app, services.isSecure);
  await app.register(cookie);
  health(app, services);
  identifyCallers(app, services);
  await limitRate(app, options.rateLimit ?? usualRate);
  app.addHook("onRequest", async ({ refusal }) => {
    if (refusal !== undefined) throw refusal;
  });
  await openapi(app);
  errorReference(app);
  registerAll(app, routes, services);
  if (options.webRoot === undefined) app.setNotFoundHandler(sendNotFound);
  else await spa(app, options.webRoot);
  return app;
}

function identifyCallers(app: FastifyInstance, services: Services): void {
  app.decorateRequest("actor");
  app.decorateRequest("now");
  app.decorateRequest("refusal");
  app.addHook("onRequest", async (request) => {
    request.now = services.clock();
    request.actor = anonymous;
    if (!request.url.startsWith("/api/v1/")) return;
    try {
      request.actor = await identify(request, services.database.pool, request.now, today(request));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      request.refusal = error; // told once the request is counted: guessing keys is limited too
    }
  });
}

function registerAll(app: FastifyInstance, mounted: readonly Mounted[], services: Services): void {
  for (const route of mounted) register(app, route, services);
  const served = new Set(mounted.map(({ contract }) => contract.operationId));
  const missing = [...contracts.keys()].filter((operationId) => !served.has(operationId));
  if (missing.length > 0) throw new Error(`contracts without a handler: ${missing.join(", ")}`);
}

/** Everything but these few is a contract; start-up fails on any other route. */
const ownRoutes = /^(\/|\/\*|\/livez|\/readyz|\/assets\/.*|\/api\/openapi\.json|\/api\/docs(\/.*)?)$/;

function refuseStrayRoutes(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    if (route.config?.contract !== undefined || ownRoutes.test(route.url)) return;
    throw new Error(`${String(route.method)} ${route.url} is no contract: mount one instead`);
  });
}

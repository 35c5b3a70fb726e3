import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Strict headers for every answer: nothing is loaded from elsewhere, no inline script, inline styles by nonce only. */
export async function security(app: FastifyInstance, isSecure: boolean): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"], // Mantine sets CSS variables on elements
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: "same-origin" },
  });
}

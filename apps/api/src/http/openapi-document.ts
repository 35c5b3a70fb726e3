import { contracts } from "@passerelle/contracts/index";
import fastify from "fastify";
import { base, documentation } from "./documentation.ts";
import { openapi } from "./openapi.ts";

/** The document that the API serves, made without a server or a database: what is committed as `openapi.json`. */
export async function openapiDocument(): Promise<object> {
  const app = fastify();
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  await openapi(app);
  for (const contract of contracts.values()) {
    const schema = documentation(contract);
    app.route({ method: contract.method, url: base + contract.path, schema, handler: () => undefined });
  }
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}

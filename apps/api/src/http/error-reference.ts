import { type ErrorCode, errors } from "@passerelle/contracts/errors";
import type { FastifyInstance } from "fastify";

/** What the `type` of a problem document leads to: every error code with its status and title. */
export function errorReference(app: FastifyInstance): void {
  const page = render();
  app.get("/api/docs/errors", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page),
  );
}

function render(): string {
  const rows = (Object.keys(errors) as ErrorCode[]) // as: the catalogue's own keys
    .toSorted((a, b) => errors[a].status - errors[b].status)
    .map((code) => {
      const { status, fr, en } = errors[code];
      return `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td lang="fr">${fr}</td><td>${en}</td></tr>`;
    });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Passerelle — errors</title></head>
<body style="font-family: system-ui, sans-serif; line-height: 1.6; max-width: 60rem; margin: 2rem auto; padding: 0 1rem">
<h1>Errors</h1>
<p>Every failure is an <code>application/problem+json</code> document (RFC 9457). Branch on its <code>code</code>; show its
<code>detail</code>, which is in French or English by <code>Accept-Language</code>. <code>errors[]</code> names every fault
with a JSON Pointer, <code>facts</code> carries what is needed to act, <code>requestId</code> is in our logs.</p>
<table style="border-spacing: 1rem 0.25rem; text-align: left; margin-left: -1rem">
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">French title</th><th scope="col">English title</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</body>
</html>
`;
}

import { Typst, type TypesetJob } from "./typst.ts";

// A process of its own (`typesetter.ts`): a document takes the time it takes, and requests go on.
const typst = new Typst(process.argv[2] ?? null);

process.on("message", ({ id, job }: { id: number; job: TypesetJob }) => {
  process.send?.({ id, made: typst.typeset(job) });
});
process.on("disconnect", () => process.exit());
// Ctrl-C is for the whole group; requests under way still need their documents.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

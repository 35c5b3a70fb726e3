import { newMigration } from "./database/new-migration.ts";
import { runTool } from "./run-tool.ts";

await runTool(async () => {
  const [name] = process.argv.slice(2);
  const file = await newMigration({ name: name ?? "", now: new Date() });
  console.log(`Wrote ${file} and applied it to an empty database; read it, and add what Prisma cannot say by hand.`);
});

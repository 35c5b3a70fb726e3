import { UsageError } from "./cli/usage-error.ts";
import { runTool } from "./run-tool.ts";
import { generate } from "./start/generate.ts";

await runTool(async () => {
  await generate();
  // Only now: the commands need the generated client.
  const { runCommand } = await import("./cli/run-command.ts");
  try {
    await runCommand(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n"npm run passerelle -- help" lists the commands and their options.`);
    process.exitCode = 2;
  }
});

import { writeOpenapi } from "./checks/openapi-file.ts";
import { runTool } from "./run-tool.ts";
import { generate } from "./start/generate.ts";

await runTool(async () => {
  await generate();
  await writeOpenapi();
});

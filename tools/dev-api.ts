import { readEnv } from "@passerelle/api/env";
import { runTool } from "./run-tool.ts";
import { launch } from "./start/launch.ts";
import { onStop } from "./start/on-stop.ts";

/** The API alone, for `pnpm dev`, which watches it and serves the pages by Vite. */
await runTool(async () => {
  const stopping = onStop();
  const launched = await launch({ env: readEnv(process.env), say: () => undefined, isApiOnly: true });
  if (launched === undefined) return;
  for (const { role, email, password } of launched.demoAccounts) console.log(`  ${role}  ${email}  ${password}`);
  console.log(`API at ${launched.url}, pages at http://localhost:5173`);
  await stopping.asked;
  await launched.close();
});

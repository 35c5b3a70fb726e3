import { readEnv } from "@passerelle/api/env";
import { runTool } from "./run-tool.ts";
import { launch, type DemoAccount } from "./start/launch.ts";
import { onStop } from "./start/on-stop.ts";

await runTool(async () => {
  const stopping = onStop();
  const env = readEnv(process.env);
  const launched = await launch({ env, say: console.log, isCancelled: () => stopping.isAsked });
  if (launched === undefined) return;
  // The port actually bound; the name a person would type.
  const { port } = new URL(launched.url);
  printAccounts(launched.demoAccounts);
  console.log(`\nPasserelle listens on ${env.publicUrl ?? launched.url}; Ctrl-C stops it.`);
  console.log(`Passerelle is ready: http://localhost:${port}`);
  await stopping.asked;
  console.log("\nStopping: finishing what is under way (Ctrl-C again stops at once) …");
  await launched.close();
  console.log("Stopped.");
});

function printAccounts(accounts: readonly DemoAccount[]): void {
  if (accounts.length === 0) return;
  console.log("\nDemo accounts:");
  for (const { role, email, password } of accounts) console.log(`  ${role.padEnd(10)} ${email.padEnd(36)} ${password}`);
}

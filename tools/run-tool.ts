import { EnvironmentError } from "@passerelle/api/env";
import { StartupError } from "./startup-error.ts";

/** Runs a tool: a mistake the reader can mend ends in one sentence and exit code 1, a bug in its stack trace. */
export async function runTool(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartupError || error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

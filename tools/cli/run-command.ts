import { ApiError } from "@passerelle/api/core/api-error";
import { StartupError } from "../startup-error.ts";
import { apiKey } from "./api-key-commands.ts";
import { migrate, seed } from "./database-commands.ts";
import { HELP } from "./help.ts";
import { UsageError } from "./usage-error.ts";
import { createUser } from "./user-commands.ts";

/** Runs one command; what the application refuses becomes one sentence. */
export async function runCommand([name, ...args]: readonly string[]): Promise<void> {
  try {
    await commandNamed(name)(args);
  } catch (error) {
    throw error instanceof ApiError ? new StartupError(error.detail.en) : error;
  }
}

function commandNamed(name: string | undefined): (args: readonly string[]) => Promise<void> {
  switch (name) {
    case "migrate":
      return migrate;
    case "seed":
      return seed;
    case "create-user":
      return createUser;
    case "apikey":
      return apiKey;
    case "help":
    case "--help":
    case "-h":
      return async () => console.log(HELP);
    default:
      throw new UsageError(name === undefined ? "Which command?" : `There is no command "${name}".`);
  }
}

import { once } from "node:events";
import { createServer } from "node:net";
import { StartupError } from "../startup-error.ts";

/** Fails when the application will not be able to listen there: known at once, not after all the slow work. */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new StartupError(listenProblem(error, port, host));
  }
  server.close();
  await once(server, "close");
}

export function listenProblem(error: unknown, port: number, host: string): string {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "EADDRINUSE":
      return `Port ${port} is already in use on ${host}; stop the other program, or choose another with PORT.`;
    case "EACCES":
      return `This user may not listen on port ${port}; choose one above 1023 with PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is not an address of this machine; choose another with HOST.`;
    default:
      return `The server cannot listen on ${host}:${port}: ${String(error)}.`;
  }
}

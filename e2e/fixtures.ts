import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface Server {
  readonly url: string;
  /** Where its mails and files are. */
  readonly dataDir: string;
  /** For the command line. */
  readonly databaseUrl: string;
  readonly demoAccounts: readonly DemoAccount[];
}

interface WorkerFixtures {
  /** The server's day, as an instant; set it with `test.use` at the top of a file. */
  readonly serverNow: string;
  readonly server: Server;
}

interface TestFixtures {
  /** Fails with every rule of WCAG 2.2 AA that the page breaks, and where. */
  readonly checkAccessibility: (page: Page) => Promise<void>;
}

/** Journeys run against a whole application of their own: one per worker, with its own database and demo data. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverNow: ["2026-03-10T08:00:00Z", { scope: "worker", option: true }],
  server: [
    async ({ serverNow }, use) => {
      const { server, stop } = await startServer(serverNow);
      await use(server);
      await stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page, serverNow }, use) => {
    await page.clock.setFixedTime(new Date(serverNow));
    await use(page);
  },
  checkAccessibility: async ({ page: _page }, use) => use(checkAccessibility),
});

export { expect };

/** Looks at the page itself: none of ours has frames, for which axe would open a second page each time. */
async function checkAccessibility(page: Page): Promise<void> {
  expect(await page.locator("iframe").count()).toBe(0);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const faults = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ html }) => html).join(" | ")}`,
  );
  expect(faults).toEqual([]);
}

async function startServer(now: string): Promise<{ server: Server; stop: () => Promise<void> }> {
  const program = fileURLToPath(new URL("../tools/e2e-server.ts", import.meta.url));
  // Its input closes with this worker, however it ends, and the server with its input.
  const child = spawn(process.execPath, [program, now], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), exited])) as unknown[];
  if (typeof line !== "string") throw new Error("The server for the journeys did not start; its reason is above");
  const stop = async () => {
    child.stdin.end();
    await exited;
  };
  return { server: JSON.parse(line) as Server, stop };
}

import { defineConfig } from "@playwright/test";
import { presentChromium } from "@passerelle/tools/chromium";

const executablePath = presentChromium();

export default defineConfig({
  testDir: "journeys",
  testMatch: "**/*.e2e.ts",
  outputDir: "../.test/journeys",
  fullyParallel: true,
  // A journey that passes only when tried again is a journey that fails.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] === "true",
  reporter: [["list"], ...(process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ? [["json"] as const] : [])],
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "desktop", testIgnore: "**/*.phone.e2e.ts", use: { viewport: { width: 1280, height: 860 } } },
    {
      name: "phone",
      testMatch: ["**/screens.e2e.ts", "**/*.phone.e2e.ts"],
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});

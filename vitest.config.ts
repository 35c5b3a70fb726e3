import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { ProjectAfterProject } from "./tools/checks/project-after-project.ts";

const domain = { root: "packages/domain", include: ["src/**/*.test.ts"] };

const onEveryCore = {
  // On two cores Vitest would run one file at a time, and leave one of them to wait for PostgreSQL.
  maxWorkers: "100%",
  // Loading the same modules again for each file was half of the run. What a test changes, it puts back itself.
  isolate: false,
};

export default defineConfig({
  test: {
    // Also a guard against tests that wait for the network, which none may reach.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...onEveryCore,
    sequence: { sequencer: ProjectAfterProject },
    // Those with the longest files first, so that none is left to run alone.
    projects: [
      { test: { name: "tools", root: "tools", include: ["**/*.test.ts"], env: { TZ: "UTC" } } },
      {
        test: {
          name: "api",
          root: "apps/api",
          include: ["{src,test}/**/*.test.ts"],
          globalSetup: join(import.meta.dirname, "tools/database/test-template.ts"),
          env: { TZ: "UTC" },
        },
      },
      {
        extends: "./apps/web/vite.config.ts",
        root: "apps/web",
        test: { name: "web", env: { TZ: "UTC" }, ...onEveryCore },
      },
      { test: { name: "domain", ...domain, env: { TZ: "UTC" } } },
      // The rules again on the other side of the world: none may depend on the machine's time zone.
      { test: { name: "domain-auckland", ...domain, env: { TZ: "Pacific/Auckland" } } },
      { test: { name: "contracts", root: "packages/contracts", include: ["src/**/*.test.ts"], env: { TZ: "UTC" } } },
    ],
  },
});

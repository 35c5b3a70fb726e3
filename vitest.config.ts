import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

const domain = { root: "packages/domain", include: ["src/**/*.test.ts"] };

const onEveryCore = {
  // On two cores Vitest would run one file at a time, and leave one of them to wait for PostgreSQL.
  maxWorkers: "100%",
  // Loading the same modules again for each file was half of the run. What a test changes, it puts back itself.
  isolate: false,
};

/** Project after project: a worker keeps its modules only between files of one project. */
class ProjectAfterProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...Map.groupBy(sorted, ({ project }) => project.name).entries()]
      .toSorted(([one], [other]) => projectNames.indexOf(one) - projectNames.indexOf(other))
      .flatMap(([, ofProject]) => ofProject);
  }
}

// The longest files first, so that none is left to run alone.
const projectNames = ["tools", "api", "web", "domain", "domain-auckland", "contracts"];

export default defineConfig({
  test: {
    // Also a guard against tests that wait for the network, which none may reach.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    ...onEveryCore,
    sequence: { sequencer: ProjectAfterProject },
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

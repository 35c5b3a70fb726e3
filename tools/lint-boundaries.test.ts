import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A file, what it imports (or holds), and what the linter must say; undefined where it must keep silent. */
const CASES: readonly [file: string, code: string, verdict: string | undefined][] = [
  ["packages/contracts/src/a.ts", 'import "@passerelle/domain/time";', "must not import from packages/domain"],
  ["packages/contracts/src/b.ts", 'import "@passerelle/api/env";', "must not import from apps/api"],
  ["packages/domain/src/a.ts", 'import "@passerelle/api/env";', "must not import from apps/api"],
  ["packages/domain/src/b.ts", 'import { a } from "@passerelle/contracts/a";', "imports only types from contracts"],
  ["packages/domain/src/c.ts", 'import type { A } from "@passerelle/contracts/a";', undefined],
  ["packages/domain/src/d.ts", 'import "../../../apps/web/src/paths.ts";', "must not import from apps/web"],
  ["packages/domain/src/e.ts", "export const today = () => Temporal.Now.plainDateISO();", "The domain is pure"],
  ["packages/domain/src/f.ts", 'import { readFileSync } from "node:fs";', "The domain is pure"],
  ["packages/domain/src/g.ts", "export const chance = () => Math.random();", "The domain is pure"],
  ["packages/domain/src/h.test.ts", "export const chance = () => Math.random();", undefined],
  ["apps/api/src/a.ts", 'import "@passerelle/web/paths";', "must not import from apps/web"],
  ["apps/api/src/b.ts", 'import "@passerelle/tools/start";', "must not import from tools"],
  ["apps/api/src/c.ts", 'export * from "@passerelle/web/paths";', "must not import from apps/web"],
  ["apps/api/src/d.ts", 'export const later = () => import("@passerelle/web/paths");', "must not import from apps/web"],
  ["apps/api/src/e.ts", 'import "@passerelle/domain/time";\nimport "@passerelle/contracts/common";', undefined],
  ["apps/api/src/core/a.ts", 'import "../modules/cohorts/cohorts.queries.ts";', "core and http know no module"],
  ["apps/api/src/modules/plans/a.ts", 'import "../cohorts/cohorts.routes.ts";', "must not use the routes of cohorts"],
  ["apps/api/src/modules/plans/b.ts", 'import "../cohorts/cohorts.queries.ts";', undefined],
  ["apps/api/src/modules/plans/c.ts", 'import "./plans.policy.ts";', undefined],
  ["apps/web/src/a.ts", 'import "@passerelle/api/env";', "must not import from apps/api"],
  ["apps/web/src/areas/admin/a.ts", 'import "../trainee/home.tsx";', "must not import from the area trainee"],
  ["apps/web/src/areas/admin/deep/b.ts", 'import "../../trainee/home.tsx";', "must not import from the area trainee"],
  ["apps/web/src/areas/admin/deep/c.ts", 'import "../trainee/home.tsx";', undefined],
  ["apps/web/src/ui/a.ts", 'import "../components/shell.tsx";', "ui knows nothing of the application"],
  ["apps/web/src/components/a.ts", 'import "../areas/admin/home.tsx";', "must not import from an area"],
  ["prisma/demo/a.ts", 'import "../../tools/start.ts";', "must not import from tools"],
  ["apps/api/src/date-utils.ts", "export const a = 1;", "no utils, no helpers"],
  ["apps/api/src/helpers/a.ts", "export const a = 1;", "no utils, no helpers"],
  ["apps/web/src/ui/index.ts", 'export { a } from "./a.ts";', "No barrels"],
  ["apps/web/src/default.ts", "export default 1;", "no-default-export"],
  ["apps/api/src/any.ts", "export const a = (b: any) => b;", "no-explicit-any"],
];

let house: string;
let report: { filename: string; message: string; code: string }[];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "passerelle-lint-"));
  for (const path of [".oxlintrc.json", "tools/lint"]) cpSync(join(ROOT, path), join(house, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"));
  for (const [file, code] of CASES) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `${code}\n`);
  }
  report = lint();
});
afterAll(() => rmSync(house, { recursive: true }));

test.each(CASES.filter(([, , verdict]) => verdict !== undefined))("refused: %s with %s", (file, _code, verdict) => {
  expect(found(file).join("\n")).toContain(verdict);
});

test.each(CASES.filter(([, , verdict]) => verdict === undefined))("allowed: %s with %s", (file) => {
  expect(found(file).filter((line) => line.includes("passerelle("))).toEqual([]);
});

function found(file: string): string[] {
  return report.filter(({ filename }) => filename === file).map(({ code, message }) => `${code} ${message}`);
}

function lint(): typeof report {
  const command = join(ROOT, "node_modules/oxlint/bin/oxlint");
  try {
    execFileSync(process.execPath, [command, "--format=json", "apps", "packages", "prisma"], { cwd: house });
  } catch (error) {
    const { stdout } = error as { stdout: Buffer };
    return (JSON.parse(stdout.toString("utf8")) as { diagnostics: typeof report }).diagnostics;
  }
  return [];
}

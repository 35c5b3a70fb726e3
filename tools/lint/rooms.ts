import { posix } from "node:path";

/** Which rooms each room may import from, besides itself. Nothing else is allowed: an arrow not here does not exist. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  "packages/contracts": [],
  "packages/domain": ["packages/contracts"],
  "apps/api": ["packages/contracts", "packages/domain", "prisma"],
  "apps/web": ["packages/contracts", "packages/domain"],
  prisma: ["packages/contracts", "packages/domain"],
  tools: ["packages/contracts", "packages/domain", "apps/api", "prisma"],
  e2e: ["packages/contracts", "packages/domain", "apps/api", "tools"],
};

const PACKAGES: Readonly<Record<string, string>> = {
  "@passerelle/contracts": "packages/contracts/src",
  "@passerelle/domain": "packages/domain/src",
  "@passerelle/api": "apps/api/src",
  "@passerelle/web": "apps/web/src",
  "@passerelle/tools": "tools",
  "@passerelle/e2e": "e2e",
};

/** Where an import leads, as a path from the root; undefined when it leaves the house (a library). */
export function importedPath(file: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier);
  const [name, folder] = Object.entries(PACKAGES).find(([key]) => `${specifier}/`.startsWith(`${key}/`)) ?? [];
  return name === undefined || folder === undefined ? undefined : folder + specifier.slice(name.length);
}

/** Why `file` may not import `target`, or undefined when it may. */
export function forbiddenArrow(file: string, target: string, isTypeOnly: boolean): string | undefined {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === undefined || to === undefined) return undefined;
  if (from !== to && !(ARROWS[from] ?? []).includes(to)) return `${from} must not import from ${to}.`;
  if (from === "packages/domain" && from !== to && !isTypeOnly) return "The domain imports only types from contracts.";
  return forbiddenInApi(file, target) ?? forbiddenInWeb(file, target);
}

function forbiddenInApi(file: string, target: string): string | undefined {
  if (!target.startsWith("apps/api/src/modules/")) return undefined;
  if (/^apps\/api\/src\/(?:core|http)\//.test(file) && !file.endsWith(".test.ts"))
    return "core and http know no module: main and app join them.";
  const from = partAfter(file, "apps/api/src/modules");
  const to = partAfter(target, "apps/api/src/modules");
  const isPrivate = /\.routes(?:\.ts)?$/.test(target);
  if (from === undefined || from === to || !isPrivate) return undefined;
  return `The module ${from} must not use the routes of ${to}: its commands, queries, policies and presenters are what others share.`;
}

function forbiddenInWeb(file: string, target: string): string | undefined {
  if (!file.startsWith("apps/web/src/") || !target.startsWith("apps/web/src/")) return undefined;
  const [from, to] = [partAfter(file, "apps/web/src"), partAfter(target, "apps/web/src")];
  const [fromArea, toArea] = [partAfter(file, "apps/web/src/areas"), partAfter(target, "apps/web/src/areas")];
  if (fromArea !== undefined && toArea !== undefined && fromArea !== toArea) {
    return `The area ${fromArea} must not import from the area ${toArea}.`;
  }
  if (from === "ui" && to !== "ui") return "ui knows nothing of the application.";
  if ((from === "components" || from === "api") && to === "areas") return `${from} must not import from an area.`;
  return undefined;
}

function roomOf(path: string): string | undefined {
  return Object.keys(ARROWS).find((room) => path.startsWith(`${room}/`));
}

/** The folder just inside `parent` on the way to `path`; undefined when `path` lies elsewhere or directly in it. */
function partAfter(path: string, parent: string): string | undefined {
  if (!path.startsWith(`${parent}/`)) return undefined;
  const rest = path.slice(parent.length + 1);
  return rest.includes("/") ? rest.slice(0, rest.indexOf("/")) : undefined;
}

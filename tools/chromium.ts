import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { packageFile } from "./checks/run.ts";
import { StartupError } from "./startup-error.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC_APPS = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];

/** A Chromium already on this machine: the one named by CHROMIUM_PATH, or the system's. */
export function presentChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new StartupError(`CHROMIUM_PATH is "${named}", where there is no program.`);
  }
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...MAC_APPS.map((app) => join("/Applications", app))].find((file) => existsSync(file));
}

/** A Chromium for the journeys, installed when there is none; undefined for Playwright's own. Says which it took. */
export function findChromium(): string | undefined {
  const chromium = presentChromium() ?? installedByApt();
  if (chromium === undefined) downloadByPlaywright();
  console.log(`Chromium: ${chromium ?? "downloaded by Playwright"}`);
  return chromium;
}

function installedByApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  console.log("No Chromium here: installing Debian's …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: ["ignore", "ignore", "inherit"], env });
  } catch {
    return undefined;
  }
  return presentChromium();
}

function downloadByPlaywright(): void {
  console.log("No Chromium here: downloading Playwright's …");
  try {
    const cli = packageFile("e2e", "@playwright/test", "cli.js");
    execFileSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" });
  } catch {
    throw new StartupError("No Chromium was found or could be installed; install one and name it in CHROMIUM_PATH.");
  }
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Server } from "./fixtures.ts";

/** The link in the latest mail to an address, once it was delivered; its path says which link is meant. */
export async function linkInMail(server: Server, to: string, path: string): Promise<string> {
  const folder = join(server.dataDir, "mail");
  let link = "";
  await expect(async () => {
    for (const name of (await readdir(folder)).toSorted().toReversed()) {
      const text = (await readFile(join(folder, name), "utf8")).replaceAll("=\r\n", "").replaceAll("=3D", "=");
      if (!text.includes(`To: ${to}`)) continue;
      link = new RegExp(String.raw`http\S+${path}#[\w-]+`).exec(text)?.[0] ?? "";
      break;
    }
    expect(link).not.toBe("");
  }).toPass();
  return link;
}

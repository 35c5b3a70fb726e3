import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Server } from "./fixtures.ts";

/** The mails delivered to an address, latest first, their quoted-printable text decoded. */
export async function mailsTo(server: Server, to: string): Promise<string[]> {
  const folder = join(server.dataDir, "mail");
  const names = await readdir(folder).catch(() => []); // there is none before the first mail
  const mails = await Promise.all(
    names
      .filter((name) => name.endsWith(".eml"))
      .toSorted()
      .toReversed()
      .map(async (name) => decoded(await readFile(join(folder, name), "latin1"))),
  );
  return mails.filter((mail) => mail.includes(`To: ${to}`));
}

/** The link in the latest mail to an address, once it was delivered; its path says which link is meant. */
export async function linkInMail(server: Server, to: string, path: string): Promise<string> {
  let link = "";
  await expect(async () => {
    const [latest = ""] = await mailsTo(server, to);
    link = new RegExp(String.raw`http\S+${path}#[\w-]+`).exec(latest)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass();
  return link;
}

function decoded(mail: string): string {
  const bytes = mail
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

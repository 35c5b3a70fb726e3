import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkPort } from "./check-port.ts";
import { fingerprint } from "./fingerprint.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passerelle-start-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a port in use is known before the slow work", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  await expect(checkPort(port, "127.0.0.1")).rejects.toThrow(
    `Port ${port} is already in use on 127.0.0.1; stop the other program, or choose another with PORT.`,
  );
  other.close();
  await once(other, "close");
  await expect(checkPort(port, "127.0.0.1")).resolves.toBeUndefined();
});

test("an address of another machine is refused", async () => {
  await expect(checkPort(0, "192.0.2.1")).rejects.toThrow("192.0.2.1 is not an address of this machine");
});

test("a fingerprint changes with the content and the name of any file, and with nothing else", () => {
  writeFileSync(join(folder, "a"), "1");
  const before = fingerprint([folder]);
  writeFileSync(join(folder, "a"), "1");
  expect(fingerprint([folder])).toBe(before);
  writeFileSync(join(folder, "a"), "2");
  const changed = fingerprint([folder]);
  expect(changed).not.toBe(before);
  writeFileSync(join(folder, "b"), "");
  expect(fingerprint([folder])).not.toBe(changed);
});

test("a fingerprint does not depend on where the files lie", () => {
  for (const place of ["here", "there"]) {
    mkdirSync(join(folder, place));
    writeFileSync(join(folder, place, "a"), "1");
  }
  expect(fingerprint([join(folder, "here")])).toBe(fingerprint([join(folder, "there")]));
});

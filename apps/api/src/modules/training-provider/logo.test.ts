import { cohortTimetableRead } from "@passerelle/contracts/documents";
import {
  mostLogoBytes,
  trainingProviderLogoRead,
  trainingProviderLogoRemove,
  trainingProviderLogoReplace,
  trainingProviderRead,
  trainingProviderUpdate,
} from "@passerelle/contracts/training-provider";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aJpeg, anSvg, aPng } from "../../../test/images.ts";
import { readPdf } from "../../../test/pdf.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
});
beforeEach(async () => {
  await admin(trainingProviderLogoRemove);
});
afterAll(() => app.close());

const svg = anSvg('<path d="M0 0h8v8z"/>');

function replace(content: Uint8Array | string, client = admin): Promise<Answer> {
  return client(trainingProviderLogoReplace, { body: { content: Buffer.from(content).toString("base64") } });
}

test.each([
  ["image/png", aPng(3, 2)],
  ["image/jpeg", aJpeg],
  ["image/svg+xml", Buffer.from(svg)],
])("a logo that is %s by its content is kept, and answered as it is", async (type, content) => {
  expect(await replace(content)).toMatchObject({ status: 200, body: { logo: { type } } });
  const read = await (await app.as("trainee"))(trainingProviderLogoRead);
  expect(read).toMatchObject({ status: 200, headers: { "content-type": type } });
  expect(Buffer.from(read.bytes).equals(content)).toBe(true);
  const held = { headers: { "if-none-match": String(read.headers["etag"]) } };
  expect(await admin(trainingProviderLogoRead, held)).toMatchObject({ status: 304 });
});

test("a logo is taken away, and then there is none", async () => {
  const { body } = await replace(svg);
  const removed = await admin(trainingProviderLogoRemove, { headers: { "if-match": `"${body.version}"` } });
  expect(removed).toMatchObject({ status: 200, body: { logo: null, version: body.version + 1 } });
  expect(await admin(trainingProviderLogoRead)).toMatchObject({ status: 404 });
  expect(await admin(trainingProviderLogoRemove)).toMatchObject({ status: 200, body: { version: body.version + 1 } });
});

test.each([
  ["heavier than 200 KiB", Buffer.concat([aPng(1, 1), Buffer.alloc(mostLogoBytes)]), "plus de 200 Kio"],
  ["wider than 4,000 pixels", aPng(4_001, 1), "plus de 4000 pixels"],
  ["a text", "Bonjour", "ni un PNG, ni un JPEG, ni un SVG"],
  ["a page that holds an SVG", `<html>${svg}</html>`, "ne peut pas être dessinée"],
  ["a GIF", "GIF89a", "ni un PNG, ni un JPEG, ni un SVG"],
  ["a PNG by its first bytes alone", aPng(3, 2).subarray(0, 40), "ne peut pas être dessinée"],
  ["a PNG without a size", aPng(3, 2).subarray(0, 10), "ne peut pas être dessinée"],
  ["a JPEG without a frame", aJpeg.subarray(0, 30), "ne peut pas être dessinée"],
  ["an SVG that acts", anSvg("<script>alert(1)</script>"), "« script » n’y est pas accepté"],
  ["an SVG that does not end", svg.slice(0, -6), "ne peut pas être dessinée"],
])("what is %s is refused, with what to do", async (_what, content, why) => {
  const answer = await replace(content);
  expect(answer).toMatchObject({ status: 422, body: { code: "logo_invalid", errors: [{ pointer: "/content" }] } });
  expect(answer.body.detail).toContain(why);
  expect(await admin(trainingProviderRead)).toMatchObject({ body: { logo: null } });
});

test("what is no base64 is refused, and what is too large to be read is too", async () => {
  const body = { content: "é" };
  expect(await admin(trainingProviderLogoReplace, { body })).toMatchObject({ status: 400 });
  expect(await replace(Buffer.alloc(400 * 1024))).toMatchObject({ status: 413, body: { code: "body_too_large" } });
});

test.each(["referent", "trainer", "trainee", "examiner"] as const)("a %s changes no logo", async (role) => {
  const client = await app.as(role);
  expect(await replace(svg, client)).toMatchObject({ status: 403 });
  expect(await client(trainingProviderLogoRemove)).toMatchObject({ status: 403 });
});

test("a change of the logo is told as an event, and other settings leave it where it is", async () => {
  const { body } = await replace(svg);
  const event = await app.ctx.db.event.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(event).toMatchObject({
    type: "training-provider.changed",
    data: { from: { logo: null }, to: { logo: body.logo.type } },
  });
  const stale = { body: { content: Buffer.from(svg).toString("base64") }, headers: { "if-match": '"0"' } };
  expect(await admin(trainingProviderLogoReplace, stale)).toMatchObject({ status: 412 });
  const updated = await admin(trainingProviderUpdate, { body: { addressLines: ["12 rue des Exemples"] } });
  expect(updated.body.logo).toEqual({ type: "image/svg+xml" });
});

test.each([
  ["PNG", aPng(30, 20)],
  ["JPEG", aJpeg],
  ["SVG", Buffer.from(svg)],
])("a %s heads documents with the provider’s name and address, and is named to who does not see it", async (...of) => {
  const [, content] = of;
  await replace(content);
  const provider = { name: "Centre Exemple", addressLines: ["12 rue des Exemples", "34000 Montpellier"] };
  await admin(trainingProviderUpdate, { body: provider });
  const { id: cohortId } = await aCohort(app.ctx);
  const pdf = await readPdf((await admin(cohortTimetableRead, { params: { cohortId } })).bytes);
  expect(pdf.alternatives).toEqual(["Logo de Centre Exemple"]);
  expect(pdf.text).toContain("Centre Exemple 12 rue des Exemples 34000 Montpellier");
  expect(pdf.author).toBe("Centre Exemple");
  await admin(trainingProviderLogoRemove);
  const without = await readPdf((await admin(cohortTimetableRead, { params: { cohortId } })).bytes);
  expect(without.alternatives).toEqual([]);
});

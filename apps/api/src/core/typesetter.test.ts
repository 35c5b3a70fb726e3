import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readPdf } from "../../test/pdf.ts";
import { Typesetter } from "./typesetter.ts";

let folder: string;
let typesetter: Typesetter;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "passerelle-templates-"));
  typesetter = new Typesetter(folder);
});
afterEach(() => typesetter.close());
afterAll(() => rmSync(folder, { recursive: true }));

const facts = "#let facts = json(bytes(sys.inputs.data))\n";
const titled = '#set document(title: "Essai", date: none)\n#set text(font: "Atkinson Hyperlegible Next", lang: "fr")\n';

/** A template of this name that shows what `body` makes of its facts. */
function write(name: string, body: string): void {
  writeFileSync(join(folder, name), facts + titled + body);
}

async function textOf(said: string): Promise<string> {
  write("said.typ", "#facts.said");
  const bytes = await typesetter.typeset({ template: "said.typ", data: { said } });
  return (await readPdf(bytes)).text;
}

test("the same facts are the same bytes, in another process too", async () => {
  write("said.typ", "#facts.said");
  const job = { template: "said.typ", data: { said: "Bonjour" } };
  const [once, again] = [await typesetter.typeset(job), await typesetter.typeset(job)];
  typesetter.close();
  expect(again).toEqual(once);
  expect(await typesetter.typeset(job)).toEqual(once);
  expect(await typesetter.typeset({ ...job, data: { said: "Bonsoir" } })).not.toEqual(once);
});

test.each([
  "#panic() *gras* _i_ $x^2$ @renvoi <label> = Titre",
  "https://exemple.test/#a",
  "\\ \" ' ` ~ -- ... //",
  "#",
])("what facts say is never read as markup: %s", async (said) =>
  expect(await textOf(said)).toBe(said.replaceAll(/\s+/g, " ")),
);

test.each([
  ["another alphabet", "Ѣ Кириллица", /Кириллица/],
  ["a character that no font has", "Salle \u{10FFFD}!", /^Salle □!$/],
  ["a picture made of several", "Bravo \u{1F469}\u{200D}\u{1F4BB}\u{1FAE8} !", /^Bravo .* !$/],
  ["marks that would turn the text around", "a\u{202E}bc\u{2066}\u{FEFF}d", /^abcd$/],
  ["half a character", "a\u{D800}b", /^a.b$/u],
  ["characters of control", "a\u{0}\u{1}b", /^ab$/],
  ["words from right to left", "مرحبا", /\S{3,}/],
])("a text with %s is set all the same", async (_what, said, shown) => {
  expect(await textOf(said)).toMatch(shown);
});

test("files are drawn by their name, and gone afterwards", async () => {
  write("drawn.typ", '#image(facts.file, alt: "Carré")');
  const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';
  const files = { "carre.svg": new TextEncoder().encode(square) };
  const job = { template: "drawn.typ", data: { file: "carre.svg" } };
  expect((await readPdf(await typesetter.typeset({ ...job, files }))).alternatives).toEqual(["Carré"]);
  expect(await typesetter.attempt(job)).toMatchObject({ kind: "fault", message: expect.stringContaining("not found") });
});

test.each([
  ["does not read", "\n#let x = (", { line: 5 }, /unclosed delimiter/],
  ["asks for a fact that there is not", "\n\n#facts.nonsense", { line: 6 }, /nonsense/],
  ["reads outside of its folder", '#read("/../../../etc/passwd")', { line: 4 }, /./],
  [
    "draws without an alternative text",
    "#rect()\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>\"))",
    { line: null },
    /alt/,
  ],
])("a template that %s says where and why", async (_what, body, place, message) => {
  write("wrong.typ", body);
  const made = await typesetter.attempt({ template: "wrong.typ", data: {} });
  expect(made).toMatchObject({ kind: "fault", file: "wrong.typ", ...place, message: expect.stringMatching(message) });
  await expect(typesetter.typeset({ template: "wrong.typ", data: {} })).rejects.toMatchObject({
    code: "template_invalid",
    status: 503,
    detail: { fr: expect.stringContaining("wrong.typ"), en: expect.stringContaining("TEMPLATES_DIR") },
  });
});

test("a template is read anew for each document, and one that is taken away is the house’s again", async () => {
  const job = { template: "logo.typ", data: { logo: "none.svg" } };
  write("logo.typ", "Une fois");
  expect((await readPdf(await typesetter.typeset(job))).text).toBe("Une fois");
  write("logo.typ", "Deux fois");
  expect((await readPdf(await typesetter.typeset(job))).text).toBe("Deux fois");
  rmSync(join(folder, "logo.typ"));
  expect(await typesetter.attempt(job)).toMatchObject({ kind: "fault", message: expect.stringContaining("none.svg") });
});

test("a document without end is given up, and the next one is made", async () => {
  write("endless.typ", "#for a in range(100000) { for b in range(100000) { [#a] } }");
  const endless = typesetter.attempt({ template: "endless.typ", data: {} }, 200);
  await expect(endless).rejects.toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 5 });
  expect(await textOf("Encore là")).toBe("Encore là");
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { Displayable, undisplayableIn } from "./displayable.ts";

/** What is to be typeset: a template of the folder, its facts, and files it may draw, by their name. */
export interface TypesetJob {
  readonly template: string;
  readonly data: object;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** A document, or why its template makes none: in the compiler's words, with the place where it knows it. */
export type Typeset =
  | { readonly kind: "document"; readonly bytes: Uint8Array }
  | { readonly kind: "fault"; readonly file: string; readonly line: number | null; readonly message: string };

/** The templates of this house, which an installation's own folder covers file by file. */
const HOUSE_TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

const FONTS = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"].map((face) =>
  join(dirname(fileURLToPath(import.meta.resolve("@expo-google-fonts/atkinson-hyperlegible-next"))), face),
);

/** How often the text may turn out to hold yet other characters that no font has. */
const MOST_TRIES = 4;

/** Compiles Typst, synchronously: `typeset-process.ts` keeps it away from the requests. */
export class Typst {
  readonly #folder: string;
  readonly #compiler: NodeCompiler;
  readonly #displayable = new Displayable();

  constructor(templatesDir: string | null) {
    this.#folder = templatesDir ?? HOUSE_TEMPLATES;
    // An installation's fonts may lie with its templates.
    this.#compiler = NodeCompiler.create({
      workspace: this.#folder,
      fontArgs: [{ fontPaths: [...FONTS, this.#folder] }],
    });
  }

  /** Typesets a PDF/UA-1: the same facts make the same bytes. Characters that no font has are shown as a square. */
  typeset({ template, data, files = {} }: TypesetJob): Typeset {
    this.#coverMissingTemplates();
    const shadows = Object.entries(files).map(([name, bytes]) => ({ path: join(this.#folder, name), bytes }));
    for (const { path, bytes } of shadows) this.#compiler.mapShadow(path, Buffer.from(bytes));
    try {
      for (let tries = 1; ; tries += 1) {
        const made = this.#compile(template, this.#displayable.json(data));
        if (made.kind === "document" || tries === MOST_TRIES) return made;
        if (!this.#displayable.avoid(undisplayableIn(made.message))) return made;
      }
    } finally {
      for (const { path } of shadows) this.#compiler.unmapShadow(path);
      this.#compiler.evictCache(10);
    }
  }

  /** An installation's folder holds what it changes; the rest is ours. */
  #coverMissingTemplates(): void {
    if (this.#folder === HOUSE_TEMPLATES) return;
    for (const name of readdirSync(HOUSE_TEMPLATES)) {
      const path = join(this.#folder, name);
      if (existsSync(path)) this.#compiler.unmapShadow(path);
      else this.#compiler.mapShadow(path, readFileSync(join(HOUSE_TEMPLATES, name)));
    }
  }

  #compile(template: string, data: string): Typeset {
    const compiled = this.#compiler.compile({
      mainFilePath: join(this.#folder, template),
      inputs: { data }, // as data: nothing in it is read as markup
      resetRead: true, // templates are edited while Passerelle runs
    });
    const document = compiled.result;
    if (document === null) return this.#faultOf(template, compiled.takeError());
    try {
      return { kind: "document", bytes: this.#compiler.pdf(document, { pdfStandard: "ua-1" }) };
    } catch (error) {
      // What is wrong only for PDF/UA has no place, and its list comes as one text.
      return { kind: "fault", file: template, line: null, message: messagesIn(String(error)) };
    }
  }

  #faultOf(template: string, error: NodeError | null): Typeset {
    const unplaced = { kind: "fault", file: template, line: null, message: "no document" } as const;
    if (error === null) return unplaced;
    const [first] = this.#compiler.fetchDiagnostics(error) as Diagnostic[]; // as: its declared type is any[]
    if (first === undefined) return unplaced;
    const inFolder = first.path.startsWith(this.#folder) ? first.path.slice(this.#folder.length + 1) : template;
    return {
      kind: "fault",
      file: inFolder === "" ? template : inFolder,
      line: first.range === null ? null : first.range.start.line + 1,
      message: first.message,
    };
  }
}

interface Diagnostic {
  readonly message: string;
  readonly path: string;
  readonly range: { readonly start: { readonly line: number } } | null;
}

/** The sentences of a list of diagnostics that was written for debugging. */
function messagesIn(text: string): string {
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = ""]) => message);
  return messages.length === 0 ? text : messages.map((message) => message.replaceAll(/\\(["\\])/g, "$1")).join("; ");
}

import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ApiError } from "./api-error.ts";
import type { Typeset, TypesetJob } from "./typst.ts";

interface Waiting {
  readonly settle: (made: Typeset) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Makes PDF documents, one after the other, in a process that starts with the first of them: typesetting holds up no
 * request, and neither a crash nor a template without end takes Passerelle with it.
 */
export class Typesetter {
  readonly #templatesDir: string | null;
  readonly #limitMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #process: ChildProcess | null = null;
  #asked = 0;

  /** `templatesDir` holds the templates of this installation; those it lacks are the house's. */
  constructor(templatesDir?: string, limitMs = 20_000) {
    this.#templatesDir = templatesDir === undefined ? null : resolve(templatesDir);
    this.#limitMs = limitMs;
  }

  /** The document, a PDF/UA-1: the same facts make the same bytes. Fails with `template_invalid` or `unavailable`. */
  async typeset(job: TypesetJob): Promise<Uint8Array> {
    const made = await this.attempt(job);
    if (made.kind === "document") return made.bytes;
    const place = made.line === null ? made.file : `${made.file}:${made.line}`;
    throw new ApiError("template_invalid", {
      detail: {
        fr: `Le modèle de ce document ne va plus : ${place} : ${made.message}. L’administration doit le corriger, ou le retirer de TEMPLATES_DIR pour reprendre celui d’origine.`,
        en: `The template of this document no longer works: ${place}: ${made.message}. The administrator must mend it, or take it out of TEMPLATES_DIR to use the original.`,
      },
      facts: { template: made.file, line: made.line, message: made.message },
    });
  }

  /** The same, answering why no document was made. Fails with `unavailable` alone. */
  attempt(job: TypesetJob, limitMs = this.#limitMs): Promise<Typeset> {
    const child = (this.#process ??= this.#start());
    const id = (this.#asked += 1);
    return new Promise((settle, fail) => {
      const timer = setTimeout(() => this.#lose(child), limitMs);
      this.#waiting.set(id, { settle, fail, timer });
      child.ref();
      child.channel?.ref();
      child.send({ id, job }, () => undefined); // one that went says so by its exit
    });
  }

  /** Ends the process; a document asked for later starts another. */
  close(): void {
    if (this.#process !== null) this.#lose(this.#process);
  }

  #start(): ChildProcess {
    const file = fileURLToPath(new URL("typeset-process.ts", import.meta.url));
    const args = this.#templatesDir === null ? [] : [this.#templatesDir];
    const child = fork(file, args, { serialization: "advanced", execArgv: [] });
    child.on("message", ({ id, made }: { id: number; made: Typeset }) => this.#settle(child, id, made));
    child.on("error", () => this.#lose(child));
    child.on("exit", () => this.#lose(child));
    return child;
  }

  #settle(child: ChildProcess, id: number, made: Typeset): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    waiting.settle(made);
    if (this.#waiting.size > 0) return;
    child.unref(); // nothing is owed: Passerelle may end
    child.channel?.unref();
  }

  /** Whoever still waits is told; the next document starts another process. */
  #lose(child: ChildProcess): void {
    if (this.#process !== child) return;
    this.#process = null;
    child.kill("SIGKILL"); // the compiler hears nothing else while it works
    for (const { fail, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      fail(new ApiError("unavailable", { detail: notMade, retryAfterSeconds: 5 }));
    }
    this.#waiting.clear();
  }
}

/** The one of an installation that has no templates of its own. */
export const houseTypesetter = new Typesetter();

const notMade = {
  fr: "Le document n’a pas pu être fait à temps. Réessayez dans un instant.",
  en: "The document could not be made in time. Try again in a moment.",
};

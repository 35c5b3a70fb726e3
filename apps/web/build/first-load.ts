import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What a built page loads before it shows, in gzipped bytes. */
export interface FirstLoad {
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly bytes: number;
}

export type Chunk = Pick<Rolldown.OutputChunk, "fileName" | "code" | "imports" | "facadeModuleId" | "isEntry">;

/** The entry, the modules a page asks for at once, and everything these import; `RangeError` when one is not built. */
export function firstLoad(chunks: readonly Chunk[], modules: readonly string[]): FirstLoad {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const starts = modules.map((module) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`) === true);
    if (chunk === undefined) throw new RangeError(`No chunk is built for ${module}`);
    return chunk;
  });
  const loaded = new Set<Chunk>();
  const waiting = [...chunks.filter(({ isEntry }) => isEntry), ...starts];
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (loaded.has(chunk)) continue;
    loaded.add(chunk);
    waiting.push(...chunk.imports.flatMap((name) => byName.get(name) ?? []));
  }
  const files = [...loaded].map(({ fileName, code }) => ({ name: fileName, bytes: gzipSync(code).length }));
  const inOrder = files.toSorted((a, b) => b.bytes - a.bytes);
  return { files: inOrder, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

export interface Budget {
  readonly area: string;
  /** Ends of the paths of the modules it asks for at once, besides the entry. */
  readonly modules: readonly string[];
  readonly mostBytes: number;
}

/** Fails the build of an area whose first load weighs more than it may, naming every file. */
export function limitFirstLoad({ area, modules, mostBytes }: Budget): Plugin {
  return {
    name: "limit-first-load",
    apply: "build",
    generateBundle: {
      // After what Vite itself still writes into the chunks.
      order: "post",
      handler(_, bundle) {
        const load = firstLoad(
          Object.values(bundle).filter((output) => output.type === "chunk"),
          modules,
        );
        if (load.bytes <= mostBytes) return;
        const lines = load.files.map(({ name, bytes }) => `${String(bytes).padStart(8)}  ${name}`);
        this.error(
          `The first load of the ${area} area is ${load.bytes} bytes of gzipped JavaScript; it may be ${mostBytes}:\n` +
            lines.join("\n"),
        );
      },
    },
  };
}

import { gzipSync } from "node:zlib";
import { build, type Plugin } from "vite";
import { describe, expect, it } from "vitest";
import { firstLoad, limitFirstLoad, type Chunk } from "./first-load.ts";

function chunk(fileName: string, rest: Partial<Chunk> = {}): Chunk {
  return { fileName, code: `// ${fileName}`, imports: [], facadeModuleId: null, isEntry: false, ...rest };
}

describe("the first load of an area", () => {
  const chunks = [
    chunk("main.js", { isEntry: true, imports: ["shared.js"] }),
    chunk("shared.js", { imports: ["main.js"] }),
    chunk("page.js", { facadeModuleId: "/web/src/areas/trainee/Page.tsx", imports: ["part.js", "shared.js"] }),
    chunk("part.js"),
    chunk("admin.js", { facadeModuleId: "/web/src/areas/admin/Page.tsx", imports: ["part.js"] }),
  ];

  it("is the entry, what the page asks for, and all they import, each once", () => {
    const { files, bytes } = firstLoad(chunks, ["areas/trainee/Page.tsx"]);
    expect(files.map(({ name }) => name).toSorted()).toEqual(["main.js", "page.js", "part.js", "shared.js"]);
    expect(bytes).toBe(
      ["main.js", "page.js", "part.js", "shared.js"].reduce((sum, name) => sum + gzipSync(`// ${name}`).length, 0),
    );
  });

  it("cannot be told of a page that is not built, so that a renamed one does not go unweighed", () => {
    expect(() => firstLoad(chunks, ["areas/trainee/Gone.tsx"])).toThrow("areas/trainee/Gone.tsx");
  });
});

describe("a build", () => {
  const sources: Record<string, string> = {
    "/virtual/main.ts": `import("/virtual/page.ts")`,
    "/virtual/page.ts": `console.log("a page")`,
  };
  const source: Plugin = {
    name: "source",
    resolveId: (id) => (id in sources ? id : null),
    load: (id) => sources[id] ?? null,
  };
  const built = (mostBytes: number) =>
    build({
      configFile: false,
      logLevel: "silent",
      plugins: [source, limitFirstLoad({ area: "trainee", modules: ["virtual/page.ts"], mostBytes })],
      build: { write: false, rolldownOptions: { input: "/virtual/main.ts" } },
    });

  it("fails over the limit, with every file and its weight", async () => {
    await expect(built(10)).rejects.toThrow(/first load of the trainee area is \d+ bytes.*it may be 10[^]*page-.*\.js/);
  });

  it("passes within it", async () => {
    await expect(built(100_000)).resolves.toBeDefined();
  });
});

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * The SQL that leads from one Prisma schema to another (from an empty database when `from` is undefined); empty when
 * they agree. It is Prisma's own engine that answers, in WebAssembly, because its CLI wants a binary from the network.
 * The engine insists on a connection, although comparing two schemas reads nothing from it.
 */
export async function schemaDiff(url: string, from: string | undefined, to: string): Promise<string> {
  await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const engine = await engineModule.SchemaEngine.new({ datamodels: [["schema.prisma", to]] }, () => undefined, adapter);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: from === undefined ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    engine.free();
  }
}

function datamodel(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  return (loading ??= instantiate());
}

/** Importing the `.wasm` file would do, but prints an experimental warning at each use. */
async function instantiate(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports as { __wbindgen_start: () => void };
  start();
}

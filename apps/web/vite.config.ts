import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { chunkGroups } from "./build/chunks.ts";
import { limitFirstLoad } from "./build/first-load.ts";
import { leanZod } from "./build/lean-zod.ts";

export default defineConfig({
  plugins: [
    react(),
    beforePaint(),
    leanZod(),
    limitFirstLoad({
      area: "trainee",
      // What /path asks for at once; the Temporal polyfill is for older browsers only.
      modules: [
        "src/app.tsx",
        "src/areas/trainee/TraineeShell.tsx",
        "src/areas/trainee/texts.ts",
        "src/areas/trainee/path/MyPathPage.tsx",
      ],
      mostBytes: 190_000,
    }),
  ],
  server: {
    port: 5173,
    proxy: { "/api": "http://127.0.0.1:3000" },
  },
  build: {
    outDir: "dist",
    target: "es2023",
    // Inlined data: addresses would be refused by the page's own content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
  test: { name: "web", environment: "jsdom", include: ["{src,build}/**/*.test.{ts,tsx}"] },
});

/** Emits `before-paint.js` under its own hash and loads it first: a script that blocks the first paint, never inline. */
function beforePaint(): Plugin {
  const source = readFileSync(new URL("src/before-paint.js", import.meta.url), "utf8");
  const built = `assets/before-paint-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.js`;
  let isBuild = false;
  return {
    name: "before-paint",
    configResolved: ({ command }) => void (isBuild = command === "build"),
    buildStart() {
      if (isBuild) this.emitFile({ type: "asset", fileName: built, source });
    },
    transformIndexHtml: () => [
      { tag: "script", attrs: { src: isBuild ? `/${built}` : "/src/before-paint.js" }, injectTo: "head-prepend" },
    ],
  };
}

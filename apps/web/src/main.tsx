import { z } from "zod";

// Both must be set before the modules that read them are evaluated, hence the import below:
// zod would otherwise try `new Function`, which the content policy refuses.
z.config({ jitless: true });
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
// What scroll locking reads to sign the style element it adds.
Object.assign(globalThis, { __webpack_nonce__: nonce });

if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

const { start } = await import("./app.tsx");
await start(document.querySelector("#root") ?? document.body, nonce);

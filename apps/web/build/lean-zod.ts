import type { Plugin } from "vite";

const JSON_SCHEMA = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
const MESSAGES = /\/zod\/v4\/locales\/en\.js$/;

/**
 * Leaves out of zod what no browser runs, 8 kB of the first load: every schema is tied to the making of JSON Schema,
 * which only the API's documentation needs, and to English messages, while people read the API's own sentences.
 */
export function leanZod(): Plugin {
  return {
    name: "lean-zod",
    apply: "build",
    transform: {
      filter: { id: [JSON_SCHEMA, MESSAGES] },
      handler: (code, id) => ({ code: MESSAGES.test(id) ? withoutMessages : refusing(code), map: null }),
    },
  };
}

const withoutMessages = `export default () => ({ localeError: ({ code }) => code });`;

/** The same names, with nothing behind them. */
function refusing(code: string): string {
  const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
  const refuse = `const refuse = () => { throw new Error("No JSON Schema is made in the browser"); };`;
  return [refuse, ...names.map((name) => `export const ${name} = () => refuse;`)].join("\n");
}

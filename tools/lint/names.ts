import { pathInHouse, type Rule } from "./rule.ts";

const FLAT_MAP_OF_ROUTES = "packages/contracts/src/index.ts";

/** A file is named for what it is: no barrels, no drawers for what found no place. */
export const names: Rule = {
  meta: { type: "problem", docs: { description: "a file is named for what it is" } },
  create(context) {
    const file = pathInHouse(context.filename);
    return {
      Program(node) {
        const message = problemOf(file);
        if (message !== undefined) context.report({ node, message });
      },
    };
  },
};

function problemOf(file: string): string | undefined {
  if (/(?:^|[/.-])(?:utils?|helpers?|misc)(?:\/|[.-].*|\.tsx?$)/i.test(file)) {
    return "Name the file for what it does, and keep it where it is used: no utils, no helpers.";
  }
  if (/\/common\//.test(file)) return "A folder named common says nothing: name it for what it holds.";
  if (/\/index\.tsx?$/.test(file) && file !== FLAT_MAP_OF_ROUTES) return "No barrels: import the file that defines it.";
  return undefined;
}

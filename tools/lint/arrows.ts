import { forbiddenArrow, importedPath } from "./rooms.ts";
import { pathInHouse, type Rule, type RuleNode } from "./rule.ts";

/** Imports go only along the arrows that the architecture allows. */
export const arrows: Rule = {
  meta: { type: "problem", docs: { description: "imports go only along the allowed arrows" } },
  create(context) {
    const file = pathInHouse(context.filename);
    const check = (node: RuleNode) => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string") return;
      const target = importedPath(file, specifier);
      const message = target === undefined ? undefined : forbiddenArrow(file, target, isTypeOnly(node));
      if (message !== undefined) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

function isTypeOnly(node: RuleNode): boolean {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === "type");
}

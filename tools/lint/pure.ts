import type { Rule, RuleNode } from "./rule.ts";

/** A rule of the trade is a function of its arguments: no clock, no chance, no input or output. */
export const pure: Rule = {
  meta: { type: "problem", docs: { description: "the domain has no clock, randomness, input or output" } },
  create(context) {
    const refuse = (node: RuleNode, what: string) => {
      context.report({ node, message: `The domain is pure: ${what} belongs to its caller.` });
    };
    return {
      ImportDeclaration(node) {
        const source = node.source?.value;
        if (typeof source === "string" && source.startsWith("node:")) refuse(node, source);
      },
      MemberExpression(node) {
        const access = `${node.object?.name}.${node.property?.name}`;
        if (["Temporal.Now", "Date.now", "Math.random", "performance.now"].includes(access)) refuse(node, access);
        if (node.object?.name === "process") refuse(node, "process");
      },
      NewExpression(node) {
        if (node.callee?.name === "Date" && node.arguments?.length === 0) refuse(node, "new Date()");
      },
      CallExpression(node) {
        if (node.callee?.name === "fetch") refuse(node, "fetch");
      },
    };
  },
};

/** The few parts of the linter's plugin interface that our rules use. */
export interface Rule {
  readonly meta: { readonly type: "problem"; readonly docs: { readonly description: string } };
  create(context: RuleContext): Readonly<Record<string, (node: RuleNode) => void>>;
}

export interface RuleContext {
  readonly filename: string;
  report(problem: { readonly node: RuleNode; readonly message: string }): void;
}

export interface RuleNode {
  readonly type: string;
  readonly source?: RuleNode | null;
  readonly value?: unknown;
  readonly name?: string;
  readonly importKind?: "type" | "value";
  readonly exportKind?: "type" | "value";
  readonly specifiers?: readonly RuleNode[];
  readonly object?: RuleNode;
  readonly property?: RuleNode;
  readonly callee?: RuleNode;
  readonly arguments?: readonly RuleNode[];
}

/** The path of a linted file from the root of the checkout, with slashes. */
export function pathInHouse(filename: string): string {
  const path = filename.replaceAll("\\", "/");
  const room = /(?:^|\/)((?:apps\/(?:api|web)|packages\/(?:contracts|domain)|tools|e2e|prisma)\/.*)$/.exec(path);
  return room?.[1] ?? path.slice(path.lastIndexOf("/") + 1);
}

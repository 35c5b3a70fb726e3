import type { PlanProof } from "@passerelle/contracts/plans";

type Finding = PlanProof["findings"][number];

/** Findings of one kind: those shown at once, and those folded away when there are many. */
export interface FindingGroup {
  readonly shown: readonly Finding[];
  readonly folded: readonly Finding[];
}

const MOST_OF_A_KIND = 3;

/** Findings of one kind together, in the order they come; of many, only the first is shown at once. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return [...Map.groupBy(findings, ({ code }) => code).values()].map((group) =>
    group.length > MOST_OF_A_KIND ? { shown: group.slice(0, 1), folded: group.slice(1) } : { shown: group, folded: [] },
  );
}

/** Whether it is about somebody or a room missing, or not to be had: what can be repaired. */
export function isOfResources({ code }: Pick<Finding, "code">): boolean {
  return /^(trainer|room)_(missing|unavailable)$/.test(code);
}

/** How many half-days want somebody to teach them, or a room. */
export function lackingIn(findings: readonly Finding[], kind: "trainer" | "room"): number {
  const count = findings.find(({ code }) => code === `${kind}_missing`)?.facts["count"];
  return typeof count === "number" ? count : 0;
}

import type { DraftChange, PlanVersion } from "@passerelle/contracts/plans";
import { describe, expect, it } from "vitest";
import { movedSince } from "./moved-meanwhile.ts";

function change(id: string): DraftChange {
  return { id, detail: `Changement ${id}`, by: "Camille Exemple", at: new Date(0), applies: true };
}

function version(number: number): PlanVersion {
  return { number, publishedAt: new Date(0), publishedBy: "Camille Exemple", note: null, gapReason: null };
}

const drafted = (...ids: readonly string[]) => ({ published: version(1), draft: { changes: ids.map(change) } });

describe("what moved while somebody else worked on the same draft", () => {
  it("is nothing when nothing did", () => {
    expect(movedSince(drafted("a"), drafted("a"))).toEqual({ added: [], undone: [], published: null });
  });

  it("names the changes added, in their order", () => {
    const { added, undone } = movedSince(drafted("a"), drafted("a", "b", "c"));
    expect(added.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(undone).toEqual([]);
  });

  it("names the changes undone", () => {
    expect(movedSince(drafted("a", "b"), drafted("b")).undone.map(({ id }) => id)).toEqual(["a"]);
  });

  it("says that a version was published, whose changes were not undone", () => {
    const now = { published: version(2), draft: { changes: [change("c")] } };
    const { added, undone, published } = movedSince(drafted("a", "b"), now);
    expect(published?.number).toBe(2);
    expect(added.map(({ id }) => id)).toEqual(["c"]);
    expect(undone).toEqual([]);
  });

  it("counts the first version as one published, and a plan without a draft as one without changes", () => {
    const never = { published: null, draft: null };
    expect(movedSince(never, { published: version(1), draft: null }).published?.number).toBe(1);
    expect(movedSince(drafted("a"), { published: version(1), draft: null }).undone).toHaveLength(1);
  });
});

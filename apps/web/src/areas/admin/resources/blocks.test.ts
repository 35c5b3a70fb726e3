import type { CompetencyBlock } from "@passerelle/contracts/programmes";
import type { Trainer } from "@passerelle/contracts/trainers";
import { describe, expect, it } from "vitest";
import { byEdition, taughtByEdition, withBlock } from "./blocks.ts";

function block(edition: string, position: number, ...competencies: string[]): CompetencyBlock {
  return {
    id: `${edition} ${position}`,
    titleVersionId: edition,
    titleVersionCode: edition,
    code: `CCP${position}`,
    title: `Bloc ${position}`,
    shortTitle: `Bloc ${position}`,
    position,
    competencies: competencies.map((id) => ({ id, code: id, title: id, wording: "verified" })),
    version: 1,
  };
}

const old1 = block("2017", 1, "a", "b");
const new1 = block("2022", 1, "c");
const new2 = block("2022", 2, "d", "e");
const blocks = [old1, new2, new1];

function taught(...ids: string[]): Trainer["competencies"] {
  const block = { blockId: "", blockCode: "", blockTitle: "", blockPosition: 1, titleVersionCode: "" };
  return ids.map((id) => ({ id, code: id, title: id, ...block }));
}

describe("what somebody teaches", () => {
  it("comes by edition, the latest first, its blocks in order", () => {
    expect(byEdition(blocks).map(({ code, blocks: its }) => [code, its])).toEqual([
      ["2022", [new1, new2]],
      ["2017", [old1]],
    ]);
  });

  it("counts the competencies of each block, and leaves out what they teach nothing of", () => {
    expect(taughtByEdition(taught("e", "a", "b"), blocks)).toEqual([
      { code: "2022", blocks: [{ block: new2, taught: 1 }] },
      { code: "2017", blocks: [{ block: old1, taught: 2 }] },
    ]);
  });
});

describe("a whole block", () => {
  it("taken in adds all of its competencies, each once", () => {
    expect(withBlock(["e", "a"], new2, true)).toEqual(["a", "d", "e"]);
  });

  it("left out takes away its own and no other", () => {
    expect(withBlock(["d", "e", "a"], new2, false)).toEqual(["a"]);
  });
});

import { competencyBlockList, type CompetencyBlock } from "@passerelle/contracts/programmes";
import type { Trainer } from "@passerelle/contracts/trainers";
import { qAll } from "../../../api/query.ts";
import { blockStyle } from "../../../components/blocks.ts";

export const blocksQuery = qAll(competencyBlockList, {});

/** The look of each block by its code: the same code has the same place in every edition of a title. */
export function looksByCode(blocks: readonly CompetencyBlock[]): ReadonlyMap<string, string> {
  return new Map(blocks.map(({ code, position }) => [code, blockStyle(position)]));
}

export interface Edition {
  readonly code: string;
  readonly blocks: readonly CompetencyBlock[];
}

/** Blocks by their edition, the latest first: that is the one mostly taught. */
export function byEdition(blocks: readonly CompetencyBlock[]): Edition[] {
  return [...Map.groupBy(blocks, ({ titleVersionCode }) => titleVersionCode)]
    .map(([code, its]) => ({ code, blocks: its.toSorted((a, b) => a.position - b.position) }))
    .toReversed();
}

export interface TaughtBlock {
  readonly block: CompetencyBlock;
  /** How many of its competencies; all of them is the whole block. */
  readonly taught: number;
}

/** What somebody teaches, by edition and block; editions they teach nothing of are left out. */
export function taughtByEdition(competencies: Trainer["competencies"], blocks: readonly CompetencyBlock[]) {
  const held = new Set(competencies.map(({ id }) => id));
  return byEdition(blocks)
    .map(({ code, blocks: its }) => ({
      code,
      blocks: its
        .map((block): TaughtBlock => ({ block, taught: block.competencies.filter(({ id }) => held.has(id)).length }))
        .filter(({ taught }) => taught > 0),
    }))
    .filter((edition) => edition.blocks.length > 0);
}

/** The competencies chosen once a whole block is taken in, or left out. */
export function withBlock(chosen: readonly string[], block: CompetencyBlock, isTaken: boolean): string[] {
  const its = new Set(block.competencies.map(({ id }) => id));
  const others = chosen.filter((id) => !its.has(id));
  return isTaken ? [...others, ...its] : others;
}

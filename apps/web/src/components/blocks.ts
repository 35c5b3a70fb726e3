const STYLES = 6;

/** The look of a block, by its position from 1 in the programme: what `data-block` names in blocks.css. */
export function blockStyle(position: number): string {
  return String(((position - 1) % STYLES) + 1);
}

/** The looks of blocks listed in the programme's order, by their code. */
export function blockStyles(blocks: readonly { readonly code: string }[]): ReadonlyMap<string, string> {
  return new Map(blocks.map(({ code }, index) => [code, blockStyle(index + 1)]));
}

/** Where a person stands in an edition: computed from decisions, never typed (domain §2). */
export type CertificationState = "no_ccp" | "some_ccp" | "all_ccp_without_title" | "title";

/** The block codes of an edition, and those whose CCP is held: obtained now or before, exemptions included. */
export interface HeldBlocks {
  readonly blocks: readonly string[];
  readonly held: readonly string[];
}

/**
 * E9: `title` iff every CCP of the edition is held and the final interview is passed. A CCP of another edition does not
 * count.
 */
export function certificationState(path: HeldBlocks & { readonly interviewPassed: boolean }): CertificationState {
  const { blocks, interviewPassed } = path;
  const missing = checkInterview(path).length;
  // An edition without a block has nothing to hold, so no title to give.
  if (missing === blocks.length) return "no_ccp";
  if (missing > 0) return "some_ccp";
  return interviewPassed ? "title" : "all_ccp_without_title";
}

/** The CCPs still missing, in the edition's order: while there is one, the final interview cannot be passed (E9, E10). */
export function checkInterview({ blocks, held }: HeldBlocks): string[] {
  return blocks.filter((code) => !held.includes(code));
}

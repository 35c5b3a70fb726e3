import { repeated } from "../programme/repeated.ts";

/** The minutes prescribed to a person in a block. */
export interface PrescribedBlock {
  readonly blockCode: string;
  readonly minutes: number;
}

/** A block of the programme, with the minutes it teaches. */
export interface ProgrammeBlock {
  readonly code: string;
  readonly minutes: number;
}

/** One broken rule; `pointer` is a JSON Pointer into the enrolment that carries the list. */
export type PrescribedFault = { readonly pointer: string } & (
  | { code: "unknown_block"; facts: { blockCode: string; known: readonly string[] } }
  | { code: "block_twice"; facts: { blockCode: string; first: string } }
  | { code: "block_missing"; facts: { blockCode: string } }
  | { code: "minutes_above_programme"; facts: { blockCode: string; minutes: number; programmeMinutes: number } }
  | { code: "nothing_prescribed"; facts: { programmeMinutes: number } }
);

/**
 * Every fault of the minutes prescribed: each block of the programme once, at most as long as it is taught. A block of 0
 * minutes is a reduction or an exemption; on the VAE route all may be 0 (A4), on the other one somebody is taught.
 */
export function checkPrescribed(
  prescribed: readonly PrescribedBlock[],
  programme: readonly ProgrammeBlock[],
  route: "fpc" | "vae",
): PrescribedFault[] {
  return [
    ...prescribed.flatMap((block, index) => blockFaults(block, programme, `/prescribed/${index}`)),
    ...repeated(prescribed, ({ blockCode }) => blockCode).map(({ index, first, key }) => ({
      pointer: `/prescribed/${index}/blockCode`,
      code: "block_twice" as const,
      facts: { blockCode: key, first: `/prescribed/${first}/blockCode` },
    })),
    ...programme
      .filter(({ code }) => !prescribed.some(({ blockCode }) => blockCode === code))
      .map(({ code }) => ({ pointer: "/prescribed", code: "block_missing" as const, facts: { blockCode: code } })),
    ...(route === "fpc" ? emptyFaults(prescribed, programme) : []),
  ];
}

function blockFaults(
  { blockCode, minutes }: PrescribedBlock,
  programme: readonly ProgrammeBlock[],
  pointer: string,
): PrescribedFault[] {
  const block = programme.find(({ code }) => code === blockCode);
  if (block === undefined) {
    const known = programme.map(({ code }) => code);
    return [{ pointer: `${pointer}/blockCode`, code: "unknown_block", facts: { blockCode, known } }];
  }
  if (minutes <= block.minutes) return [];
  const facts = { blockCode, minutes, programmeMinutes: block.minutes };
  return [{ pointer: `${pointer}/minutes`, code: "minutes_above_programme", facts }];
}

/** Said once the list names something: an empty one lacks its blocks, which is enough to say. */
function emptyFaults(prescribed: readonly PrescribedBlock[], programme: readonly ProgrammeBlock[]): PrescribedFault[] {
  if (prescribed.length === 0 || prescribed.some(({ minutes }) => minutes > 0)) return [];
  const programmeMinutes = programme.reduce((total, { minutes }) => total + minutes, 0);
  return [{ pointer: "/prescribed", code: "nothing_prescribed", facts: { programmeMinutes } }];
}

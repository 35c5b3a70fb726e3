import type { Text } from "../../core/text.ts";

/** A cohort within a sentence; its name often begins with the word already. */
export function cohortWords(name: string): Text {
  const bare = name.replace(/^promotion\s+/i, "");
  return { fr: `la promotion ${bare}`, en: `cohort ${bare}` };
}

/** A room within a sentence, likewise, without its article. */
export function roomWords(name: string): Text {
  const bare = name.replace(/^salle\s+/i, "");
  return { fr: `salle ${bare}`, en: `room ${bare}` };
}

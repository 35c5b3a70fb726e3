import type { Letter } from "./core/outbox.ts";
import { invitation } from "./modules/accounts/invitation-letter.ts";
import { passwordReset } from "./modules/accounts/password-reset-letter.ts";
import { ccpResultAnnulled, ccpResultPublished } from "./modules/ccp-results/result-letters.ts";
import { cohortCancelled } from "./modules/cohorts/cohort-cancelled-letter.ts";
import { timetablePublished } from "./modules/publications/timetable-published-letter.ts";
import { stageWeekReturned } from "./modules/stage-weeks/stage-week-returned-letter.ts";

/** Who writes each letter that is posted, by its name. A name stays as long as a queue may hold it. */
export const letters: ReadonlyMap<string, Letter> = new Map([
  ["invitation", invitation],
  ["password-reset", passwordReset],
  ["ccp-result-published", ccpResultPublished],
  ["ccp-result-annulled", ccpResultAnnulled],
  ["stage-week-returned", stageWeekReturned],
  ["timetable-published", timetablePublished],
  ["cohort-cancelled", cohortCancelled],
]);

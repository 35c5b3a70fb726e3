import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { reasonsOf } from "./cargo.ts";
import { groupConflicts } from "./conflict-groups.ts";
import type { Check } from "./use-edit-check.ts";

/** What stands in the way, in sentences: of several half-days for one reason, one sentence. */
export function useConflictText(): (conflicts: readonly HalfDayConflict[]) => string[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (conflicts) =>
      groupConflicts(conflicts).map(({ kind, name, cohortName, count, from, to, detail }) =>
        count === 1
          ? detail
          : t(`conflict.${kind}`, { name, cohort: cohortName, count, when: format.period(from, to) }),
      ),
    [t, format],
  );
}

/** What the API says of an edit, in sentences, what will be refused first. */
export function useCheckText(): (check: Check) => string[] {
  const conflictText = useConflictText();
  return (check) => [
    ...reasonsOf({ ...check, conflicts: [], warnings: [] }),
    ...conflictText(check.conflicts),
    ...reasonsOf({ ...check, faults: [], conflicts: [] }),
  ];
}

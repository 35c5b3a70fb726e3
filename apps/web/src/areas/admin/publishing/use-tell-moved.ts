import type { Plan } from "@passerelle/contracts/plans";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { tellStale } from "../../../components/notices.tsx";
import { draftedPlanQuery } from "../queries.ts";
import { currentPlanIn, movedSince } from "./moved-meanwhile.ts";
import { useMovedText } from "./use-moved-text.ts";

/** Says what others changed of a plan meanwhile, when a command was refused for it (412); the page then shows it. */
export function useTellMoved() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const movedText = useMovedText();

  /** `now` says what became of what was being changed, where that is known; answers whether there was something to tell. */
  function tellMoved(error: unknown, cohortId: string, now?: (current: Plan) => string | null): boolean {
    if (!(error instanceof ApiError) || error.status !== 412) return false;
    const { queryKey } = draftedPlanQuery(cohortId);
    const known = client.getQueryData(queryKey);
    const current = currentPlanIn(error);
    if (current !== null) client.setQueryData(queryKey, current);
    // Where no draft was read, none was known.
    const sentences =
      current === null ? [] : movedText(movedSince(known ?? { published: current.published, draft: null }, current));
    const said = [...sentences, current === null ? null : (now?.(current) ?? null)].filter((each) => each !== null);
    tellStale(said.length === 0 ? undefined : [...said.map(ended), t("moved.again")].join(" "));
    return true;
  }

  return tellMoved;
}

/** A reason somebody typed may end a sentence without its full stop. */
function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

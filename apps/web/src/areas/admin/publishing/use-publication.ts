import type { ConcernedPerson, DraftDifference } from "@passerelle/contracts/plan-versions";
import type { Plan } from "@passerelle/contracts/plans";
import { planPublish } from "@passerelle/contracts/publications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { useAbilityReason } from "../../../components/ability-reason.ts";
import { draftedPlanQuery } from "../queries.ts";
import { currentPlanIn } from "./moved-meanwhile.ts";
import type { PublishValues } from "./PublishForm.tsx";
import { useReview } from "./use-review.ts";
import { useTellMoved } from "./use-tell-moved.ts";

interface Published {
  readonly number: number;
  readonly people: readonly ConcernedPerson[];
}

/** Publishes a draft as it was looked at: what others change meanwhile is to be looked at first. */
export function usePublication(plan: Plan, difference: DraftDifference, onDone: (published: Published) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const reasonOf = useAbilityReason();
  const { send } = useSend(planPublish);
  const tellMoved = useTellMoved();
  const review = useReview(plan);
  const [wasRefused, setRefused] = useState(false);
  const { cohortId, planVersion } = plan;
  const { queryKey } = draftedPlanQuery(cohortId);

  /** Rejects with an `ApiError` that says why not; where others changed the draft, the page says it (412). */
  async function publish({ gapReason, note }: PublishValues): Promise<void> {
    const body = { ...filled("gapReason", gapReason), ...filled("note", note) };
    try {
      const after = await send({ params: { cohortId }, body }, planVersion);
      onDone({ number: after.published?.number ?? difference.next, people: difference.people });
      client.setQueryData(queryKey, after);
      // Half-days, hours, lists: everybody sees the new version everywhere.
      void client.invalidateQueries();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412) throw error;
      const current = currentPlanIn(error);
      // Given up or published meanwhile: nothing is left to look at here, and a notice says by whom.
      if (current !== null && (current.draft?.changes.length ?? 0) === 0) return void tellMoved(error, cohortId);
      if (current !== null) client.setQueryData(queryKey, current);
      setRefused(true);
    }
  }

  function barredBy(): string | null {
    if (review.moved !== null) return t("publication.barred.moved");
    // The draft was read anew, its difference is on its way.
    if (difference.planVersion !== planVersion) return t("publication.barred.reading");
    const mayNot = reasonOf(plan.can.adopt);
    if (mayNot !== null) return mayNot;
    if (difference.publishable) return null;
    return t(difference.lines.length === 0 ? "publication.barred.nothing" : "publication.barred.obstacles");
  }

  function accept(looked: Plan): void {
    setRefused(false);
    review.accept(looked);
  }

  return { review: { ...review, accept }, barred: barredBy(), wasRefused, publish };
}

/** A text field of a body, left out while it is empty. */
function filled<Field extends string>(field: Field, value: string): { readonly [F in Field]?: string } {
  return value.trim() === "" ? {} : ({ [field]: value } as { readonly [F in Field]: string }); // as: a computed key is widened
}

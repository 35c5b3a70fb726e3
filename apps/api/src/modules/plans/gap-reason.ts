import type { PlanProof } from "@passerelle/domain/planning/prove-plan";
import { ApiError } from "../../core/api-error.ts";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";

/** R4: 422 when the hours of a plan do not add up and nobody says why; `deed` is what the reason would allow. */
export function refuseGapWithoutReason(proof: PlanProof, gapReason: string | null, deed: Text): void {
  if (proof.exact || gapReason !== null) return;
  const unsettled = proof.blocks.filter(({ differenceMinutes }) => differenceMinutes !== 0);
  const detail = text(({ hours, list }) => {
    const blocks = unsettled.map(
      ({ code, plannedMinutes, dueMinutes }) => `${code} ${hours(plannedMinutes)} / ${hours(dueMinutes)}`,
    );
    return {
      fr: `Le compte n’y est pas (${list(blocks)}). Dites pourquoi pour ${deed.fr} ainsi.`,
      en: `The hours do not add up (${list(blocks)}). Say why to ${deed.en} it like this.`,
    };
  });
  const blocks = unsettled.map(({ code, differenceMinutes }) => ({ code, differenceMinutes }));
  throw new ApiError("reason_required", {
    detail,
    errors: [{ pointer: "/gapReason", code: "reason_required", detail }],
    facts: { blocks },
  });
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { reasonsOf } from "../cohort-year/cargo.ts";
import type { Verdict } from "../cohort-year/move-target.ts";
import type { Check } from "../cohort-year/use-edit-check.ts";
import { verdictOn, type Doubt, type Target } from "./targets.ts";
import { usePlaceText } from "./use-place-text.ts";

/** A target with what is known of it: the server's word once it comes, ours until then. */
export interface Judged {
  readonly target: Target;
  readonly verdict: Verdict | "asking" | "none";
  /** Null until the server answered. */
  readonly reasons: readonly string[] | null;
}

export function judged(target: Target, check: Check | undefined, isAsking: boolean): Judged {
  if (target.edit === null) return { target, verdict: "none", reasons: [] };
  if (check !== undefined) return { target, verdict: check.verdict, reasons: reasonsOf(check) };
  const verdict = verdictOn(target.doubts);
  return { target, verdict: isAsking && verdict === "good" ? "asking" : verdict, reasons: null };
}

/** More would hide the week. */
const MOST_REASONS = 2;

export interface TargetText {
  readonly where: string;
  /** What speaks against it, or that nothing does. */
  readonly said: string;
}

/** Where a half-day would go and what speaks against it. */
export function useTargetText(): (judged: Judged) => TargetText {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const doubtText = useDoubtText();
  return ({ target, verdict, reasons: answered }) => {
    const where = [placeText.when(target.place), placeText.lane(target.lane)].join(" · ");
    const said = answered ?? target.doubts.map((doubt) => doubtText(doubt, target));
    if (verdict === "none") return { where, said: t("planner.aim.here") };
    if (verdict === "asking") return { where, said: "…" };
    if (said.length === 0)
      return { where, said: t(target.swapsWith === null ? "planner.aim.free" : "planner.aim.swap") };
    const more = said.length - MOST_REASONS;
    const shown = said.slice(0, MOST_REASONS).join(" ");
    return { where, said: more > 0 ? `${shown} ${t("move.andMore", { count: more })}` : shown };
  };
}

function useDoubtText(): (doubt: Doubt, target: Target) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const placeText = usePlaceText();
  return (doubt, { place, lane }) => {
    const day = format.day(place.day, "weekday");
    const name = placeText.lane(lane);
    switch (doubt.kind) {
      case "off":
        return doubt.off.kind === "holiday"
          ? t("objection.holiday", { day, holiday: t(`holiday.${doubt.off.code}`) })
          : t("objection.closure", { day, label: doubt.off.label });
      case "taken":
        return t(lane.kind === "room" ? "planner.aim.roomTaken" : "planner.aim.trainerTaken", {
          name,
          cohort: doubt.by.cohortName,
        });
      case "cohort_elsewhere":
        return t("planner.aim.cohortTaken", { cohort: doubt.by.cohortName });
      case "unavailable":
        return t("planner.aim.unavailable", { name });
      case "weekend":
        return t("objection.weekend", { day });
    }
  };
}

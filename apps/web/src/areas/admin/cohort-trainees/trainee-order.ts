import type { TraineeProgress } from "@passerelle/contracts/progress";

export type TraineeSort = "name" | "stage";

/** The lines to show: all or those behind, by name as they come, or those with most hours left first. */
export function traineesToShow(
  trainees: readonly TraineeProgress[],
  { show, sort }: { readonly show?: "all" | "behind" | undefined; readonly sort?: TraineeSort | undefined },
): readonly TraineeProgress[] {
  const shown = show === "behind" ? trainees.filter(({ stage }) => stage.standing === "behind") : trainees;
  if (sort !== "stage") return shown;
  return shown.toSorted(
    (a, b) =>
      Number(b.stage.standing === "behind") - Number(a.stage.standing === "behind") ||
      b.stage.leftMinutes - a.stage.leftMinutes,
  );
}

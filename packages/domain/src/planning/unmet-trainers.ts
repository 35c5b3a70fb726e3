import type { FilledHalfDay } from "./fill-blocks.ts";
import { nearestMoves, refOf, type Elsewhere, type Remedy } from "./nearest-change.ts";
import type { TrainerResource } from "./resources.ts";
import { teaches, type Place } from "./staffing.ts";
import type { TeachingUnit } from "./teaching-order.ts";
import type { Outcome, UnmetWish, WhyNot } from "./unmet-wishes.ts";

interface Untaught extends FilledHalfDay {
  readonly unit: TeachingUnit;
  /** The first trainer of the house who could, all the half-days of the block in the session if there is one. */
  readonly other: TrainerResource | null;
  readonly why: WhyNot[];
}

/** The half-days for which nobody asked for could be had: why each cannot, and who else could, or when they could. */
export function trainersMissing(outcome: Outcome, elsewhere: () => Elsewhere): UnmetWish[] {
  const { filled, staffing } = outcome;
  const missing = filled.flatMap((halfDay) => {
    const { unit, trainer } = halfDay;
    return unit !== null && trainer === null && staffing.asksTrainer(unit.blockCode) ? [{ ...halfDay, unit }] : [];
  });
  const bySession = Map.groupBy(missing, ({ sessionIndex, unit }) => `${sessionIndex} ${unit.blockCode}`);
  return [...bySession.values()]
    .flatMap((together) => withOthers(together, outcome))
    .map((same) => ({
      code: "trainer_missing",
      facts: {
        blockCode: same[0]?.unit.blockCode ?? "",
        competencyCodes: [...new Set(same.flatMap(({ unit }) => unit.competencyCodes ?? []))],
        halfDays: same.map(refOf),
        why: same[0]?.why ?? [],
      },
      remedy: remedyOf(same, outcome, elsewhere),
    }));
}

/** The half-days of a block in a session, those that lack somebody for the same reason and have the same remedy together. */
function withOthers(halfDays: readonly (FilledHalfDay & { unit: TeachingUnit })[], outcome: Outcome): Untaught[][] {
  const others = otherTrainers(halfDays[0]?.unit.blockCode ?? "", outcome);
  const could = (trainer: TrainerResource, { unit, place }: { unit: TeachingUnit; place: Place }) =>
    mayTeach(trainer, unit) && outcome.staffing.whyNotFree(trainer, place) === null;
  const forAll = others.find((trainer) => halfDays.every((halfDay) => could(trainer, halfDay)));
  const untaught = halfDays.map((halfDay): Untaught => {
    const other = forAll ?? others.find((trainer) => could(trainer, halfDay)) ?? null;
    return { ...halfDay, other, why: whyNobody(halfDay, outcome) };
  });
  return [...Map.groupBy(untaught, ({ other, why }) => JSON.stringify([other?.id, why])).values()];
}

/** The trainers of the house who are not asked for in a block. */
export function otherTrainers(
  blockCode: string,
  { wishes: { trainers = {}, otherTrainers: rest = [] } }: Outcome,
): TrainerResource[] {
  const asked = new Set((trainers[blockCode] ?? []).map(({ id }) => id));
  const all = [...Object.values(trainers).flat(), ...rest].filter(({ id }) => !asked.has(id));
  return [...new Map(all.map((trainer) => [trainer.id, trainer])).values()];
}

/** Whether somebody not asked for teaches it: of a block without competencies nobody can tell. */
export function mayTeach(trainer: TrainerResource, unit: TeachingUnit): boolean {
  return (unit.competencyCodes ?? []).length > 0 && teaches(trainer, unit);
}

function whyNobody({ unit, place }: { unit: TeachingUnit; place: Place }, { wishes, staffing }: Outcome): WhyNot[] {
  return (wishes.trainers?.[unit.blockCode] ?? []).flatMap((trainer): WhyNot[] => {
    const { id, name } = trainer;
    if (!teaches(trainer, unit)) return [{ id, name, reason: "does_not_teach" }];
    const why = staffing.whyNotFree(trainer, place);
    return why === null ? [] : [{ id, name, ...why }];
  });
}

function remedyOf(same: readonly Untaught[], { staffing }: Outcome, elsewhere: () => Elsewhere): Remedy | null {
  const other = same[0]?.other ?? null;
  if (other !== null) return { kind: "other_trainer", trainerId: other.id, name: other.name };
  const free = elsewhere();
  return nearestMoves(same, free, ({ unit }, place) =>
    unit === null || staffing.lacksRoom(place) ? null : staffing.trainerFor(unit, place),
  );
}

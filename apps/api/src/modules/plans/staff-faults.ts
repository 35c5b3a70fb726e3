import type { FaultText } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";

interface Staffed {
  readonly trainerId?: string | null | undefined;
  readonly roomId?: string | null | undefined;
  pointerOf(field: string): string;
}

/** The trainers and rooms asked for that do not exist, each where it is named. */
export async function staffFaults(ctx: Ctx, wanted: readonly Staffed[]): Promise<FaultText[]> {
  const [trainerIds, roomIds] = [
    asked(wanted.map(({ trainerId }) => trainerId)),
    asked(wanted.map(({ roomId }) => roomId)),
  ];
  const trainers = trainerIds.length === 0 ? [] : await ctx.db.trainer.findMany(byId(trainerIds));
  const rooms = roomIds.length === 0 ? [] : await ctx.db.room.findMany(byId(roomIds));
  return unknownStaff(wanted, new Set([...trainers, ...rooms].map(({ id }) => id)));
}

export function unknownStaff(wanted: readonly Staffed[], known: ReadonlySet<string>): FaultText[] {
  const isUnknown = (id: string | null | undefined) => typeof id === "string" && !known.has(id);
  return wanted.flatMap(({ trainerId, roomId, pointerOf }): FaultText[] => [
    ...(isUnknown(trainerId)
      ? [{ pointer: pointerOf("trainerId"), code: "unknown_trainer", detail: unknownTrainer }]
      : []),
    ...(isUnknown(roomId) ? [{ pointer: pointerOf("roomId"), code: "unknown_room", detail: unknownRoom }] : []),
  ]);
}

const byId = (ids: string[]) => ({ where: { id: { in: ids } }, select: { id: true } }) as const;

function asked(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

const unknownTrainer = {
  fr: "Cette personne n’est pas parmi les formatrices et formateurs.",
  en: "This person is not among the trainers.",
};
const unknownRoom = { fr: "Cette salle n’existe pas.", en: "There is no such room." };

import type { InputOf } from "@passerelle/contracts/http";
import type { planProposalCreate } from "@passerelle/contracts/plans";
import type { Resource } from "@passerelle/domain/planning/resources";
import type { UnmetWish } from "@passerelle/domain/planning/unmet-wishes";
import type { Wishes } from "@passerelle/domain/planning/wishes";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import { askedResources, type Found, otherResources, type Span } from "./proposal-resources.queries.ts";
import type { StoredPlan } from "./stored-plan.ts";
import { slotTimesOf } from "./adopted-rows.ts";

type Body = InputOf<typeof planProposalCreate>["body"];

/** What a proposal is wished to be, with everything about who and what was asked for; 422 with all that is unknown. */
export async function wishesOf(ctx: Ctx, stored: StoredPlan, body: Body, span: Span): Promise<Wishes> {
  const trainers = (body.trainers ?? []).map(({ blockCode, trainerIds }) => ({
    blockCode,
    trainerIds: trainerIds.map(lower),
  }));
  const roomIds = (body.rooms ?? []).map(lower);
  const trainerIds = [...new Set(trainers.flatMap((each) => each.trainerIds))];
  const isStaffed = trainerIds.length > 0 || roomIds.length > 0;
  const found = isStaffed
    ? await askedResources(ctx, span, { trainerIds, roomIds })
    : { trainers: new Map(), rooms: new Map() };
  const faults = [
    ...blockFaults(stored, body),
    ...trainers.flatMap((each, index) =>
      resourceFaults(each.trainerIds, found.trainers, `/trainers/${index}/trainerIds`, trainerTexts),
    ),
    ...resourceFaults(roomIds, found.rooms, "/rooms", roomTexts),
  ];
  if (faults.length > 0) throw new ApiError("plan_refused", { errors: faults });
  return {
    examDays: body.examDays,
    order: body.order,
    weights: body.weights,
    trainers: listsByBlock(trainers, found.trainers),
    rooms: pick(roomIds, found.rooms),
    seats: stored.cohort.capacity,
    times: slotTimesOf(stored.programme),
  };
}

/** The same with all others of the house, for the changes that would meet what could not be met. */
export async function withOthers(
  ctx: Ctx,
  stored: StoredPlan,
  span: Span,
  wishes: Wishes,
  unmet: readonly UnmetWish[],
): Promise<Wishes> {
  const { trainers, rooms } = await otherResources(ctx, span, {
    trainerIds: Object.values(wishes.trainers ?? {}).flatMap((each) => each.map(({ id }) => id)),
    roomIds: (wishes.rooms ?? []).map(({ id }) => id),
    siteId: stored.cohort.siteId,
    days: daysWanted(unmet),
  });
  return { ...wishes, otherTrainers: trainers, otherRooms: rooms };
}

/** The days on which somebody else, or another room, would help. */
export function daysWanted(unmet: readonly UnmetWish[]): string[] {
  const halfDays = unmet.flatMap((wish) => {
    switch (wish.code) {
      case "trainer_missing":
      case "room_missing":
      case "room_too_small":
        return wish.facts.halfDays;
      case "block_order":
        return wish.facts.wanted;
      default:
        return [];
    }
  });
  return [...new Set(halfDays.map(({ day }) => day))];
}

function blockFaults({ shape }: StoredPlan, { trainers = [], weights = {} }: Body): FaultText[] {
  const isUnknown = (blockCode: string) => shape.blocks.every(({ code }) => code !== blockCode);
  const pointers = [
    ...trainers.map(({ blockCode }, index) => ({ blockCode, pointer: `/trainers/${index}/blockCode` })),
    ...Object.keys(weights).map((blockCode) => ({ blockCode, pointer: `/weights/${blockCode}` })),
  ];
  return pointers
    .filter(({ blockCode }) => isUnknown(blockCode))
    .map(({ blockCode, pointer }) => ({
      pointer,
      code: "unknown_block",
      detail: {
        fr: `Le bloc ${blockCode} n’est pas du programme.`,
        en: `Block ${blockCode} is not in the programme.`,
      },
    }));
}

interface ResourceTexts {
  readonly kind: "trainer" | "room";
  readonly unknown: Text;
  retired(name: string): Text;
}

const trainerTexts: ResourceTexts = {
  kind: "trainer",
  unknown: {
    fr: "Cette personne n’est pas parmi les formatrices et formateurs.",
    en: "This person is not among the trainers.",
  },
  retired: (name) => ({
    fr: `${name} n’intervient plus : retirez ce nom.`,
    en: `${name} no longer teaches here: take the name off.`,
  }),
};

const roomTexts: ResourceTexts = {
  kind: "room",
  unknown: { fr: "Cette salle n’existe pas.", en: "There is no such room." },
  retired: (name) => ({
    fr: `La salle ${name} ne sert plus : retirez-la.`,
    en: `Room ${name} is no longer in use: take it off.`,
  }),
};

function resourceFaults<Kind extends Resource>(
  ids: readonly string[],
  found: ReadonlyMap<string, Found<Kind>>,
  pointer: string,
  texts: ResourceTexts,
): FaultText[] {
  return ids.flatMap((id, index): FaultText[] => {
    const resource = found.get(id);
    const at = `${pointer}/${index}`;
    if (resource === undefined) return [{ pointer: at, code: `unknown_${texts.kind}`, detail: texts.unknown }];
    if (!resource.isRetired) return [];
    return [{ pointer: at, code: `retired_${texts.kind}`, detail: texts.retired(resource.name) }];
  });
}

function listsByBlock<Kind extends Resource>(
  lists: readonly { readonly blockCode: string; readonly trainerIds: readonly string[] }[],
  found: ReadonlyMap<string, Kind>,
): Record<string, Kind[]> {
  const byBlock = Map.groupBy(lists, ({ blockCode }) => blockCode);
  return Object.fromEntries(
    [...byBlock].map(([blockCode, same]) => [
      blockCode,
      pick(
        same.flatMap(({ trainerIds }) => trainerIds),
        found,
      ),
    ]),
  );
}

/** In the order asked for, each once. */
function pick<Kind>(ids: readonly string[], found: ReadonlyMap<string, Kind>): Kind[] {
  return [...new Set(ids)].flatMap((id) => {
    const resource = found.get(id);
    return resource === undefined ? [] : [resource];
  });
}

function lower(id: string): string {
  return id.toLowerCase();
}

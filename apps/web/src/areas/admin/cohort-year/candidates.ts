import type { HalfDay } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";
import type { Trainer } from "@passerelle/contracts/trainers";

type Taught = Pick<HalfDay, "blockCode" | "competencies">;
type Teaching = Pick<Trainer, "id" | "name" | "competencies">;

export interface TrainerCandidate {
  readonly id: string;
  readonly name: string;
  /** How much of what the half-days work on is theirs to teach. */
  readonly teaches: "all" | "some" | "none";
}

export interface RoomCandidate {
  readonly id: string;
  readonly name: string;
  readonly siteName: string;
  readonly capacity: number;
  readonly isTooSmall: boolean;
}

const RANK = { all: 0, some: 1, none: 2 } as const;

/** Everybody who could teach some half-days, those whose subject it is first. */
export function trainerCandidates(
  trainers: readonly Teaching[],
  halfDays: readonly Taught[],
  edition: string,
): TrainerCandidate[] {
  return trainers
    .map(({ id, name, competencies }) => {
      const own = competencies.filter(({ titleVersionCode }) => titleVersionCode === edition);
      const count = halfDays.filter((halfDay) => teaches(own, halfDay)).length;
      const share: TrainerCandidate["teaches"] = count === halfDays.length ? "all" : count > 0 ? "some" : "none";
      return { id, name, teaches: share };
    })
    .toSorted((a, b) => RANK[a.teaches] - RANK[b.teaches] || a.name.localeCompare(b.name));
}

/** Every room, those of the cohort's own site with a seat for everybody first. */
export function roomCandidates(rooms: readonly Room[], siteId: string | null, seats: number): RoomCandidate[] {
  const rank = (room: Room) => (room.capacity < seats ? 2 : 0) + (siteId === null || room.siteId === siteId ? 0 : 1);
  return rooms
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .map(({ id, name, siteName, capacity }) => ({ id, name, siteName, capacity, isTooSmall: capacity < seats }));
}

/** A name that says which one is meant: rooms of two sites may be called the same. */
export function distinctName(
  one: { readonly name: string; readonly siteName?: string },
  all: readonly { readonly name: string }[],
): string {
  const isShared = all.filter(({ name }) => name === one.name).length > 1;
  return isShared && one.siteName !== undefined ? `${one.name} (${one.siteName})` : one.name;
}

/** Somebody teaches a half-day when they teach all it works on, or anything of its block where that is not said. */
function teaches(own: Teaching["competencies"], { blockCode, competencies }: Taught): boolean {
  if (blockCode === null) return true;
  if (competencies.length === 0) return own.some((each) => each.blockCode === blockCode);
  return competencies.every(({ code }) => own.some((each) => each.code === code));
}

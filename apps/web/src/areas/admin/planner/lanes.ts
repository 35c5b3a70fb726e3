import type { HalfDay } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";
import type { HolidayZone, Site } from "@passerelle/contracts/sites";
import type { Trainer } from "@passerelle/contracts/trainers";

export type LanesBy = "rooms" | "trainers";

/** A row of the week: a room, a trainer, or what has none. */
export interface Lane {
  readonly key: string;
  readonly kind: "room" | "trainer" | "no_room" | "no_trainer" | "remote";
  readonly id: string | null;
  /** Null for what has none: the page has words for that. */
  readonly name: string | null;
  readonly siteName: string | null;
  /** The seats of a room. */
  readonly capacity: number | null;
  /** The first day on which it is no longer to be had. */
  readonly retiredOn: string | null;
  /** Whose holidays are kept there; null where that depends on the cohort. */
  readonly zone: HolidayZone | null;
}

export interface Resources {
  readonly rooms: readonly Room[];
  readonly trainers: readonly Trainer[];
  readonly sites: readonly Site[];
}

type Staffed = Pick<HalfDay, "room" | "trainer" | "remote">;

const NO_ONE = { id: null, name: null, siteName: null, capacity: null, retiredOn: null, zone: null } as const;

/** The lane a half-day lies in. */
export function laneKeyOf({ room, trainer, remote }: Staffed, by: LanesBy): string {
  if (by === "rooms" && remote) return "remote";
  return (by === "rooms" ? room?.id : trainer?.id) ?? "none";
}

/**
 * The lanes of some half-days: first what lacks a room or a trainer, then each room by its site, or each trainer.
 * Those retired by `from` are left out, unless something is still there.
 */
export function lanesOf(
  by: LanesBy,
  resources: Resources,
  halfDays: readonly Staffed[],
  from: string,
  siteId?: string,
): Lane[] {
  const used = new Set(halfDays.map((halfDay) => laneKeyOf(halfDay, by)));
  const isShown = (lane: Lane) => lane.retiredOn === null || lane.retiredOn > from || used.has(lane.key);
  const none: Lane = { ...NO_ONE, key: "none", kind: by === "rooms" ? "no_room" : "no_trainer" };
  if (by === "trainers") return [none, ...resources.trainers.map(trainerLane).filter(isShown)];
  const rooms = resources.rooms.filter((room) => siteId === undefined || room.siteId === siteId);
  const lanes = rooms.map((room) => roomLane(room, resources.sites)).filter(isShown);
  return [none, { ...NO_ONE, key: "remote", kind: "remote" }, ...lanes.toSorted(bySiteThenName)];
}

export interface LaneGroup {
  /** Null for lanes of no site. */
  readonly siteName: string | null;
  readonly lanes: readonly Lane[];
}

/** Lanes under the name of their site, in the order they come in. */
export function groupsOf(lanes: readonly Lane[]): LaneGroup[] {
  return [...Map.groupBy(lanes, (lane) => lane.siteName)].map(([siteName, its]) => ({ siteName, lanes: its }));
}

function trainerLane({ id, name, retiredOn }: Trainer): Lane {
  return { ...NO_ONE, key: id, kind: "trainer", id, name, retiredOn };
}

function roomLane({ id, name, siteId, siteName, capacity, retiredOn }: Room, sites: readonly Site[]): Lane {
  const zone = sites.find((site) => site.id === siteId)?.holidayZone ?? null;
  return { key: id, kind: "room", id, name, siteName, capacity, retiredOn, zone };
}

function bySiteThenName(a: Lane, b: Lane): number {
  return (a.siteName ?? "").localeCompare(b.siteName ?? "") || (a.name ?? "").localeCompare(b.name ?? "");
}

import type { CivilDay } from "../time.ts";
import type { RoomResource, SlotTimes, TrainerResource } from "./resources.ts";

/** What a proposal should do beside its hours: the days of the exam bind it, all else is met as far as it goes. */
export interface Wishes {
  /** Fixed by the authority; none when the proposal may choose them. */
  readonly examDays?: readonly CivilDay[] | undefined;
  /** Block after block, the default, or all side by side. */
  readonly order?: "sequence" | "interleaved" | undefined;
  /** With `interleaved`, by block code: how many times faster than in step with its hours; 1 when left out. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** By block code: who teaches it, preferred ones first. Nobody is looked for where a block has none. */
  readonly trainers?: Readonly<Record<string, readonly TrainerResource[]>> | undefined;
  /** The other trainers of the house: never put in a plan, named where they would help. */
  readonly otherTrainers?: readonly TrainerResource[] | undefined;
  /** Preferred ones first; none when no room is looked for. */
  readonly rooms?: readonly RoomResource[] | undefined;
  readonly otherRooms?: readonly RoomResource[] | undefined;
  /** How many seats a room should have. */
  readonly seats?: number | undefined;
  readonly times: SlotTimes;
}

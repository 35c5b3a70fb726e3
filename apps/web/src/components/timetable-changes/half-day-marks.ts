import type { HalfDay } from "@passerelle/contracts/plans";
import type { ChangedHalfDay } from "@passerelle/contracts/timetable";

/** One thing that is new of a half-day, or of all of a day. */
export type Mark =
  | { readonly kind: "added" | "restored" | "cancelled" | "subject" }
  /** When it was to be held; `slot` is null where a whole day moved, or only its day is told. */
  | { readonly kind: "moved"; readonly day: string; readonly slot: "am" | "pm" | null }
  | { readonly kind: "times"; readonly from: string; readonly to: string }
  | { readonly kind: "room"; readonly place: { readonly room: HalfDay["room"]; readonly remote: boolean } }
  | { readonly kind: "trainer"; readonly name: string | null };

export type Changed = ReadonlyMap<string, ChangedHalfDay>;

/** What is new of a half-day, in the order in which it matters. */
export function marksOf(halfDay: HalfDay, changed: Changed): Mark[] {
  return marksIn(halfDay, changed, (slot) => slot);
}

/**
 * What is new of a whole day, told once, when it is the same for each of its half-days; null when it is not. What is
 * cancelled is told with each, and why.
 */
export function marksOfDay(halfDays: readonly HalfDay[], changed: Changed): Mark[] | null {
  const marks = halfDays.map((halfDay) =>
    marksIn(halfDay, changed, (slot, day) => (slot === halfDay.slot && day !== halfDay.day ? null : slot)),
  );
  const [first] = marks;
  if (first === undefined || first.length === 0 || halfDays.length < 2) return null;
  const key = JSON.stringify(first);
  const isShared = marks.every((each) => JSON.stringify(each) === key);
  return isShared && first.every(({ kind }) => kind !== "cancelled") ? first : null;
}

type Slot = HalfDay["slot"];

function marksIn(halfDay: HalfDay, changed: Changed, toldSlot: (slot: Slot, day: string) => Slot | null): Mark[] {
  const { changes = [], before = null } = changed.get(halfDay.id) ?? {};
  return order
    .filter((kind) => changes.includes(kind))
    .flatMap((kind): Mark[] => {
      switch (kind) {
        case "moved":
          return before === null ? [] : [{ kind, day: before.day, slot: toldSlot(before.slot, before.day) }];
        case "times":
          return before === null ? [] : [{ kind, from: timeOf(before.startsAt), to: timeOf(before.endsAt) }];
        case "room":
          return [{ kind, place: { room: halfDay.room, remote: halfDay.remote } }];
        case "trainer":
          return [{ kind, name: halfDay.trainer?.name ?? null }];
        default:
          return [{ kind }];
      }
    });
}

const order = ["cancelled", "added", "restored", "moved", "times", "room", "trainer", "subject"] as const;

function timeOf(local: string): string {
  return local.slice(11);
}

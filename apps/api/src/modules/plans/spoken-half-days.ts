import type { Slot } from "@passerelle/contracts/plans";
import type { Locale } from "../../core/text.ts";
import type { Words } from "../../core/wording.ts";
import { slotNames } from "./slot-names.ts";

interface HalfDayRef {
  readonly day: string;
  readonly slot: Slot;
}

/** More days than these are told by their first and last. */
const MOST_DAYS = 5;

/** Some half-days within a sentence: whole days by their name, half ones with the half; many by how many they are. */
export function spokenHalfDays(words: Words, halfDays: readonly HalfDayRef[], locale: Locale): string {
  const days = [...Map.groupBy(halfDays, ({ day }) => day)].toSorted(([a], [b]) => a.localeCompare(b));
  const [first, last] = [days[0]?.[0] ?? "", days.at(-1)?.[0] ?? ""];
  if (days.length > MOST_DAYS) {
    const count = halfDays.length;
    return locale === "fr"
      ? `${count} demi-journées entre le ${words.day(first)} et le ${words.day(last)}`
      : `${count} half-days between ${words.day(first)} and ${words.day(last)}`;
  }
  return words.list(
    days.map(([day, [one, ...more]]) =>
      one === undefined || more.length > 0 ? words.day(day) : `${words.day(day)} (${slotNames[one.slot][locale]})`,
    ),
  );
}

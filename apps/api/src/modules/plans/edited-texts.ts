import { slot } from "@passerelle/contracts/plans";
import { z } from "zod";
import type { Text } from "../../core/text.ts";
import { text, type Words } from "../../core/wording.ts";
import { countEn, countFr, daysIn } from "./day-words.ts";
import { slotNames } from "./slot-names.ts";
import { roomWords } from "./spoken-names.ts";

const named = z.object({ name: z.string() }).nullable();

/** What the event of an edit says of a half-day. */
export const editedHalfDay = z.object({
  id: z.uuid(),
  day: z.iso.date(),
  slot,
  blockCode: z.string().nullable().optional(),
  competencyCodes: z.array(z.string()).optional(),
  trainer: named.optional(),
  room: named.optional(),
  remote: z.boolean().optional(),
});
type Edited = z.infer<typeof editedHalfDay>;

/** More places than this are counted rather than listed. */
const MOST_LISTED = 4;

/** An edit for those it concerns: what moved, then where, with whom and on what the others are held, like with like. */
export function editedText(from: readonly Edited[], to: readonly Edited[]): Text {
  const before = new Map(from.map((each) => [each.id, each]));
  const isMoved = (each: Edited) => each.day !== before.get(each.id)?.day || each.slot !== before.get(each.id)?.slot;
  const moved = to.filter(isMoved);
  const stayed = to.filter((each) => !isMoved(each));
  const parts = [
    ...(moved.length > 0
      ? [
          movedText(
            moved.map(({ id }) => before.get(id)).filter((each) => each !== undefined),
            moved,
          ),
        ]
      : []),
    ...alike(stayed, roomText),
    ...alike(stayed, ({ trainer }) => (trainer === undefined ? null : trainerText(trainer?.name ?? null))),
    ...alike(stayed, contentText),
  ];
  return { fr: parts.map(({ fr }) => fr).join(" "), en: parts.map(({ en }) => en).join(" ") };
}

function movedText(from: readonly Edited[], to: readonly Edited[]): Text {
  const [[one, other], [oneTo, otherTo]] = [from, to];
  if (one === undefined || oneTo === undefined) return { fr: "", en: "" };
  if (to.length === 1) {
    return text((words) => ({
      fr: `La demi-journée du ${placeIn("fr", one, words)} est déplacée : elle a lieu le ${placeIn("fr", oneTo, words)}.`,
      en: `The half-day of ${placeIn("en", one, words)} has moved to ${placeIn("en", oneTo, words)}.`,
    }));
  }
  if (to.length === 2 && other && otherTo && isAt(one, otherTo) && isAt(other, oneTo)) {
    return text((words) => ({
      fr: `Les demi-journées du ${placeIn("fr", one, words)} et du ${placeIn("fr", other, words)} changent de place entre elles.`,
      en: `The half-days of ${placeIn("en", one, words)} and ${placeIn("en", other, words)} change places.`,
    }));
  }
  return text((words) => ({
    fr: `${countFr(to.length, "demi-journée")} ${to.length < 2 ? "est déplacée" : "sont déplacées"} (${daysSaid(from, words)}) : elles ont lieu ${daysFr(to, words)}.`,
    en: `${countEn(to.length, "half-day")} moved (${daysSaid(from, words)}): they take place on ${daysSaid(to, words)}.`,
  }));
}

function isAt(a: Edited, b: Edited): boolean {
  return a.day === b.day && a.slot === b.slot;
}

function placeIn(locale: "fr" | "en", { day, slot }: Edited, words: Words): string {
  return `${words.day(day)} (${slotNames[slot][locale]})`;
}

function daysSaid(places: readonly Edited[], { day, list }: Words): string {
  const days = daysIn(places);
  return days.length > MOST_LISTED ? `${day(days[0] ?? "")} – ${day(days.at(-1) ?? "")}` : list(days.map(day));
}

function daysFr(places: readonly Edited[], words: Words): string {
  const days = daysIn(places);
  if (days.length > MOST_LISTED) return `du ${words.day(days[0] ?? "")} au ${words.day(days.at(-1) ?? "")}`;
  return `${days.length === 1 ? "le" : "les"} ${daysSaid(places, words)}`;
}

/** What an edit says in the same words of several half-days, said once with their places. */
function alike(places: readonly Edited[], say: (edited: Edited) => Said | null): Text[] {
  const said = places.flatMap((place) => {
    const words = say(place);
    return words === null ? [] : [{ place, words }];
  });
  return [...Map.groupBy(said, ({ words }) => words.one.fr).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          saidText(
            group.map(({ place }) => place),
            first.words,
          ),
        ];
  });
}

/** What is said of one half-day, and of several. */
interface Said {
  readonly one: Text;
  readonly several: Text;
}

function saidText(places: readonly Edited[], { one, several }: Said): Text {
  const wholeDays = daysIn(places);
  const isWhole = places.length === wholeDays.length * 2;
  return text((words) => {
    const listed = (locale: "fr" | "en") =>
      isWhole ? wholeDays.map(words.day) : places.map((place) => placeIn(locale, place, words));
    const count = listed("fr").length;
    if (count > MOST_LISTED) {
      return {
        fr: `${countFr(places.length, "demi-journée")}, ${daysFr(places, words)}, ${several.fr}.`,
        en: `${countEn(places.length, "half-day")}, ${daysSaid(places, words)}, ${several.en}.`,
      };
    }
    return {
      fr: `${count === 1 ? "Le" : "Les"} ${words.list(listed("fr"))} ${(count === 1 ? one : several).fr}.`,
      en: `${words.list(listed("en"))} ${(count === 1 ? one : several).en}.`,
    };
  });
}

function roomText({ room, remote }: Edited): Said | null {
  if (remote === true) {
    return {
      one: { fr: "se tient à distance", en: "is held remotely" },
      several: { fr: "se tiennent à distance", en: "are held remotely" },
    };
  }
  if (room === undefined && remote === undefined) return null;
  const where = (room ?? null) === null ? { fr: "sur place, salle à préciser", en: "on site, room to be told" } : null;
  const { fr, en } = where ?? {
    fr: `en ${roomWords(room?.name ?? "").fr}`,
    en: `in ${roomWords(room?.name ?? "").en}`,
  };
  return {
    one: { fr: `se tient ${fr}`, en: `is held ${en}` },
    several: { fr: `se tiennent ${fr}`, en: `are held ${en}` },
  };
}

function trainerText(name: string | null): Said {
  const by = name === null ? { fr: "avec quelqu’un d’autre, à préciser", en: "with somebody else, to be told" } : null;
  const { fr, en } = by ?? { fr: `avec ${name}`, en: `with ${name}` };
  return { one: { fr: `a lieu ${fr}`, en: `is ${en}` }, several: { fr: `ont lieu ${fr}`, en: `are ${en}` } };
}

function contentText({ blockCode, competencyCodes }: Edited): Said | null {
  if (typeof blockCode === "string") {
    const [fr, en] = [`sur ${blockCode}`, `about ${blockCode}`];
    return { one: { fr: `porte ${fr}`, en: `is ${en}` }, several: { fr: `portent ${fr}`, en: `are ${en}` } };
  }
  if (competencyCodes === undefined) return null;
  return {
    one: { fr: "change de contenu", en: "has another content" },
    several: { fr: "changent de contenu", en: "have another content" },
  };
}

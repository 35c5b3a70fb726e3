import type { Remedy } from "@passerelle/domain/planning/nearest-change";
import type { UnmetWish } from "@passerelle/domain/planning/unmet-wishes";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";
import { spokenHalfDays } from "./spoken-half-days.ts";
import { roomWords } from "./spoken-names.ts";

/** The nearest change that would meet a wish; null when none was found. */
export function remedyText(wish: UnmetWish): Text | null {
  const { remedy } = wish;
  switch (remedy?.kind) {
    case undefined:
      return null;
    case "other_trainer":
      return wish.code === "block_order"
        ? {
            fr: `${remedy.name} pourrait enseigner ${wish.facts.blockCode} dans l’ordre : ajoutez ce nom.`,
            en: `${remedy.name} could teach ${wish.facts.blockCode} in order: add the name.`,
          }
        : {
            fr: `${remedy.name} l’enseigne et serait libre : ajoutez ce nom.`,
            en: `${remedy.name} teaches it and would be free: add the name.`,
          };
    case "other_room": {
      const room = roomWords(remedy.name);
      return {
        fr: `La ${room.fr} (${remedy.siteName}) serait libre : ajoutez-la.`,
        en: `${capital(room.en)} (${remedy.siteName}) would be free: add it.`,
      };
    }
    case "move":
      return moveText(remedy, wish);
    case "days":
      return text(({ day, list }) => ({
        fr: `Jours préférés libres la même semaine : ${list(remedy.days.map(day))}.`,
        en: `Preferred days free in the same week: ${list(remedy.days.map(day))}.`,
      }));
    case "more_half_days": {
      const { halfDays } = remedy;
      return halfDays === 1
        ? { fr: "Il y manque une demi-journée.", en: "It lacks one half-day." }
        : { fr: `Il y manque ${halfDays} demi-journées.`, en: `It lacks ${halfDays} half-days.` };
    }
  }
}

function moveText({ moves }: Extract<Remedy, { kind: "move" }>, wish: UnmetWish): Text {
  const isRoom = wish.code === "room_missing";
  const wanted = "halfDays" in wish.facts ? wish.facts.halfDays.length : moves.length;
  const partly = moves.length < wanted;
  const byName = [...Map.groupBy(moves, ({ name }) => name)];
  return text((words) => {
    const places = (locale: keyof Text) =>
      byName.map(([name, same]) => {
        const where = spokenHalfDays(
          words,
          same.map(({ to }) => to),
          locale,
        );
        if (isRoom) return `${where} (${roomWords(name)[locale]})`;
        return locale === "fr" ? `${where}, avec ${name}` : `${where}, with ${name}`;
      });
    return {
      fr: `Au plus près${partly ? `, pour ${moves.length} sur ${wanted}` : ""} : ${places("fr").join(" ; ")}.`,
      en: `Nearest${partly ? `, for ${moves.length} out of ${wanted}` : ""}: ${places("en").join("; ")}.`,
    };
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import type { Mark } from "./half-day-marks.ts";
import classes from "./HalfDayMarks.module.css";

/** What is new of a half-day or a day: a word for each, and what it was before. */
export function HalfDayMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const words = useMarkWords();
  return (
    <span className={classes.marks}>
      {marks.map((mark) => {
        const { word, more } = words(mark);
        return (
          <span key={mark.kind} className={classes.mark}>
            <span className={classes.word}>{word}</span>
            {more !== null && <> {more}</>}
          </span>
        );
      })}
    </span>
  );
}

interface MarkWords {
  readonly word: string;
  readonly more: string | null;
}

function useMarkWords(): (mark: Mark) => MarkWords {
  const { t } = useTranslation("changes");
  const format = useFormat();
  return (mark) => {
    switch (mark.kind) {
      case "moved": {
        const day = format.day(mark.day, "weekday");
        const more =
          mark.slot === null
            ? t("insteadOfDay", { day })
            : t("insteadOfHalfDay", { day, slot: t(`slot.${mark.slot}`) });
        return { word: t("mark.moved"), more };
      }
      case "times": {
        const [from, to] = [format.time(mark.from), format.time(mark.to)];
        return { word: t("mark.times"), more: t("insteadOfTimes", { from, to }) };
      }
      case "room": {
        const { room, remote } = mark.place;
        const place = room === null ? t("place.open") : t("place.room", { room: room.name, site: room.siteName });
        return { word: t("mark.room"), more: remote ? t("place.remote") : place };
      }
      case "trainer":
        return {
          word: mark.name === null ? t("mark.trainerOpen") : t("mark.trainer", { name: mark.name }),
          more: null,
        };
      default:
        return { word: t(`mark.${mark.kind}`), more: null };
    }
  };
}

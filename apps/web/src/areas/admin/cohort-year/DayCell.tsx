import type { Slot } from "@passerelle/contracts/plans";
import { useTranslation } from "react-i18next";
import { useHalfText } from "./use-half-text.ts";
import type { CalendarDay, Half } from "./calendar.ts";
import type { Moving } from "./use-moving.ts";
import { markKey, type Mark, type Marks } from "./plan-marks.ts";
import { EXAM } from "./plan-view.ts";
import classes from "./DayCell.module.css";

interface DayCellProps {
  readonly day: CalendarDay;
  readonly looks: ReadonlyMap<string, string>;
  readonly isOutside?: boolean;
  readonly moving: Moving | null;
  readonly marks: Marks;
}

/**
 * One day: its upper half is the morning, its lower the afternoon. Said to assistive technology by the session's button
 * and the month's list of days off, so hidden from it here.
 */
export function DayCell({ day, looks, isOutside = false, moving, marks }: DayCellProps) {
  const { t } = useTranslation();
  const { off } = day;
  const isTaught = day.am !== null || day.pm !== null;
  const halfText = useHalfText();
  const why = off === null ? undefined : off.kind === "holiday" ? t(`holiday.${off.code}`) : off.label;
  const markOn = (slot: Slot) => marks.get(markKey(day.day, slot));
  const isMarked = markOn("am") !== undefined || markOn("pm") !== undefined;
  const said = [why, lineOf("am"), lineOf("pm")].filter((line) => line !== undefined).join("\n");
  return (
    <span
      aria-hidden="true"
      className={classes.day}
      style={{ gridColumn: day.weekday }}
      title={said === "" ? undefined : said}
      data-day={day.day}
      data-off={off?.kind}
      data-faded={(day.weekday > 5 || isOutside) && !isTaught}
      data-taught={isTaught}
      data-aim={aimOn(day.day, moving)}
    >
      {isTaught || isMarked ? (
        <>
          <HalfCell half={day.am} number={day.number} looks={looks} mark={markOn("am")} isAlone={!isTaught} />
          <HalfCell half={day.pm} number={day.number} looks={looks} mark={markOn("pm")} isAlone={!isTaught} />
        </>
      ) : (
        <span className={classes.number}>{day.number}</span>
      )}
    </span>
  );

  function lineOf(slot: Slot): string | undefined {
    const mark = markOn(slot);
    const line = halfText(slot, day[slot]) ?? (mark === undefined ? undefined : t(`slot.${slot}`));
    return mark === undefined ? line : `${line} (${t(`marks.${mark}`)})`;
  }
}

interface HalfCellProps {
  readonly half: Half | null;
  readonly number: number;
  readonly looks: ReadonlyMap<string, string>;
  readonly mark: Mark | undefined;
  /** Nothing is taught that day any more. */
  readonly isAlone: boolean;
}

/** Half a day, and its half of the figure, so that each stands out from its own ground. */
function HalfCell({ half, number, looks, mark, isAlone }: HalfCellProps) {
  const look = half === null ? undefined : half.groupKey === EXAM ? "exam" : looks.get(half.blockCode ?? "");
  return (
    <span
      className={classes.half}
      data-block={look}
      data-empty={half === null}
      data-alone={isAlone}
      data-open={half?.isOpen}
      data-mark={mark}
    >
      <span className={classes.figure}>{number}</span>
    </span>
  );
}

function aimOn(day: string, moving: Moving | null): string | undefined {
  return moving?.aim?.days.includes(day) === true ? moving.aim.verdict : undefined;
}

import { useTranslation } from "react-i18next";
import { useHalfText } from "./use-half-text.ts";
import type { CalendarDay, Half } from "./calendar.ts";
import type { Moving } from "./use-moving.ts";
import { EXAM } from "./plan-view.ts";
import classes from "./DayCell.module.css";

interface DayCellProps {
  readonly day: CalendarDay;
  readonly looks: ReadonlyMap<string, string>;
  readonly isOutside?: boolean;
  readonly moving: Moving | null;
}

/**
 * One day: its upper half is the morning, its lower the afternoon. Said to assistive technology by the session's button
 * and the month's list of days off, so hidden from it here.
 */
export function DayCell({ day, looks, isOutside = false, moving }: DayCellProps) {
  const { t } = useTranslation();
  const { off } = day;
  const isTaught = day.am !== null || day.pm !== null;
  const halfText = useHalfText();
  const why = off === null ? undefined : off.kind === "holiday" ? t(`holiday.${off.code}`) : off.label;
  const said = [why, halfText("am", day.am), halfText("pm", day.pm)].filter((line) => line !== undefined).join("\n");
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
      {isTaught ? (
        <>
          <HalfCell half={day.am} number={day.number} looks={looks} />
          <HalfCell half={day.pm} number={day.number} looks={looks} />
        </>
      ) : (
        <span className={classes.number}>{day.number}</span>
      )}
    </span>
  );
}

interface HalfCellProps {
  readonly half: Half | null;
  readonly number: number;
  readonly looks: ReadonlyMap<string, string>;
}

/** Half a day, and its half of the figure, so that each stands out from its own ground. */
function HalfCell({ half, number, looks }: HalfCellProps) {
  const look = half === null ? undefined : half.groupKey === EXAM ? "exam" : looks.get(half.blockCode ?? "");
  return (
    <span className={classes.half} data-block={look} data-empty={half === null} data-open={half?.isOpen}>
      <span className={classes.figure}>{number}</span>
    </span>
  );
}

function aimOn(day: string, moving: Moving | null): string | undefined {
  return moving?.aim?.days.includes(day) === true ? moving.aim.verdict : undefined;
}

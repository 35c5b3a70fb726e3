import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { GridCell, type GridHandling } from "./GridCell.tsx";
import { groupsOf, type Lane } from "./lanes.ts";
import { usePlaceText } from "./use-place-text.ts";
import { WeekHead } from "./WeekHead.tsx";
import { placeKey, SLOTS, type Week } from "./week-grid.ts";
import type { DaysOff } from "./days-off.ts";
import classes from "./WeekGrid.module.css";

interface WeekGridProps {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly week: Week;
  readonly daysOff: DaysOff;
  readonly today: string;
  readonly label: string;
  readonly handling: GridHandling;
  /** Keys pressed anywhere in the grid. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
}

/** The week as a table: lanes down, halves of days across. It scrolls in itself, and is one stop of the Tab key. */
export function WeekGrid({ grid, week, daysOff, today, label, handling, onKeyDown, onLeave }: WeekGridProps) {
  const isCarrying = handling.moves.carrying !== null;
  useStillWhileCarrying(grid, isCarrying);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) onLeave();
  };
  return (
    <div className={classes.region} data-scrolls>
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrow keys go through its cells
        role="grid"
        aria-label={label}
        className={classes.grid}
        data-carrying={isCarrying}
        // While a half-day is carried, its own cell may go with its week.
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onBlur={leave}
      >
        <WeekHead days={week.days} daysOff={daysOff} today={today} />
        {groupsOf(week.lanes).map(({ siteName, lanes }) => (
          <tbody key={siteName ?? ""}>
            {siteName !== null && (
              <tr>
                <th scope="rowgroup" colSpan={1 + week.days.length * 2} className={classes.site}>
                  <span className={classes.siteName}>{siteName}</span>
                </th>
              </tr>
            )}
            {lanes.map((lane) => (
              <LaneRow key={lane.key} lane={lane} week={week} handling={handling} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface LaneRowProps {
  readonly lane: Lane;
  readonly week: Week;
  readonly handling: GridHandling;
}

function LaneRow({ lane, week, handling }: LaneRowProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  return (
    <tr>
      <th scope="row" className={classes.lane}>
        {placeText.lane(lane)}
        {lane.capacity !== null && <span className={classes.about}>{t("staff.seats", { count: lane.capacity })}</span>}
      </th>
      {week.days.flatMap((day) =>
        SLOTS.map((slot) => {
          const cell = week.cells.get(placeKey({ laneKey: lane.key, day, slot }));
          return cell === undefined ? null : <GridCell key={`${day} ${slot}`} cell={cell} handling={handling} />;
        }),
      )}
    </tr>
  );
}

/** A finger that carries does not scroll; the listener must be there before the finger is. */
function useStillWhileCarrying(grid: RefObject<HTMLTableElement | null>, isCarrying: boolean): void {
  const carries = useRef(isCarrying);
  useEffect(() => {
    carries.current = isCarrying;
  }, [isCarrying]);
  useEffect(() => {
    const element = grid.current;
    const keepStill = (event: TouchEvent) => {
      if (carries.current) event.preventDefault();
    };
    element?.addEventListener("touchmove", keepStill, { passive: false });
    return () => element?.removeEventListener("touchmove", keepStill);
  }, [grid]);
}

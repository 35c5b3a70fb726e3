import type { HalfDay } from "@passerelle/contracts/plans";
import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { useTranslation } from "react-i18next";
import { HalfDayChip } from "./HalfDayChip.tsx";
import type { LanesBy } from "./lanes.ts";
import { isSameStop, type Stop } from "./stops.ts";
import type { WeekMoves } from "./use-week-moves.ts";
import { placeKey, troublesOf, type Cell } from "./week-grid.ts";
import classes from "./GridCell.module.css";

export interface GridHandling {
  readonly by: LanesBy;
  readonly looks: ReadonlyMap<string, string>;
  readonly letters: ReadonlyMap<string, string>;
  readonly unavailabilities: readonly Unavailability[];
  /** The half-days that a draft changes. */
  readonly drafted: ReadonlySet<string>;
  readonly moves: WeekMoves;
  /** The one stop of the grid that the Tab key comes to. */
  readonly stop: Stop | null;
  readonly setStop: (stop: Stop) => void;
  readonly open: (halfDay: HalfDay) => void;
}

interface GridCellProps {
  readonly cell: Cell;
  readonly handling: GridHandling;
}

/** Half a day of a lane: what is taught, or why nothing can be. */
export function GridCell({ cell, handling }: GridCellProps) {
  const { t } = useTranslation();
  const { stop, setStop, moves } = handling;
  const { laneKey, day, slot, halfDays, others, off, unavailable } = cell;
  const isEmpty = halfDays.length === 0;
  const isStop = isEmpty && isSameStop(stop, cell, 0);
  const { judged } = moves;
  const aim = judged !== null && placeKey(judged.target.place) === placeKey(cell) ? judged.verdict : undefined;
  return (
    <td
      className={classes.cell}
      data-lane={laneKey}
      data-day={day}
      data-slot={slot}
      data-off={off?.kind}
      data-unavailable={unavailable !== null}
      data-aim={aim}
      data-stop={isSameStop(stop, cell, 0)}
      tabIndex={isEmpty ? (isStop ? 0 : -1) : undefined}
      onFocus={isEmpty ? () => setStop({ place: cell, index: 0 }) : undefined}
    >
      <div className={classes.stack}>
        {halfDays.map((halfDay, index) => (
          <CellChip key={halfDay.id} halfDay={halfDay} index={index} cell={cell} handling={handling} />
        ))}
        {others.map(({ id, cohortName }) => (
          <span key={id} className={classes.taken}>
            {t("planner.taken", { cohort: cohortName })}
          </span>
        ))}
        {unavailable !== null && (
          <span className={classes.unavailable} title={unavailable.reason ?? undefined}>
            {t("planner.unavailable")}
          </span>
        )}
        {isEmpty && others.length === 0 && unavailable === null && (
          <span className="visually-hidden">{t(off === null ? "planner.free" : "planner.off")}</span>
        )}
      </div>
    </td>
  );
}

interface CellChipProps extends GridCellProps {
  readonly halfDay: HalfDay;
  readonly index: number;
}

function CellChip({ halfDay, index, cell, handling }: CellChipProps) {
  const { by, looks, letters, unavailabilities, drafted, moves, stop, setStop, open } = handling;
  const { id, blockCode, cohortId } = halfDay;
  return (
    <HalfDayChip
      halfDay={halfDay}
      by={by}
      look={looks.get(blockCode ?? "") ?? "exam"}
      letter={letters.get(cohortId)}
      troubles={troublesOf(halfDay, unavailabilities)}
      isDrafted={drafted.has(id)}
      tabIndex={isSameStop(stop, cell, index) ? 0 : -1}
      data-half-day={id}
      data-lifted={moves.carrying?.halfDay.id === id}
      data-busy={moves.busy === id}
      onFocus={() => setStop({ place: cell, index })}
      onClick={() => open(halfDay)}
      onPointerDown={(event) => moves.grab(event, halfDay)}
      // A finger that stays carries, and asks for no menu.
      onContextMenu={(event) => moves.carrying !== null && event.preventDefault()}
    />
  );
}

import type { HalfDay, Slot } from "@passerelle/contracts/plans";
import { dayOfMonth } from "@passerelle/domain/time";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import type { DaysOff } from "./days-off.ts";
import type { MonthDay } from "./month-days.ts";
import type { PlannerSearch } from "./planner-search.ts";
import { usePlaceText } from "./use-place-text.ts";
import { useOffNames } from "./WeekHead.tsx";
import { SLOTS } from "./week-grid.ts";
import classes from "./MonthView.module.css";

interface MonthDayCellProps {
  readonly day: MonthDay;
  readonly isToday: boolean;
  readonly isStop: boolean;
  readonly daysOff: DaysOff;
  readonly looks: ReadonlyMap<string, string>;
  readonly letters: ReadonlyMap<string, string>;
  /** The half-days that a draft changes. */
  readonly drafted: ReadonlySet<string>;
  readonly search: PlannerSearch;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A day of the month: its mornings above, its afternoons below; it leads to its week. */
export function MonthDayCell({
  day,
  isToday,
  isStop,
  daysOff,
  looks,
  letters,
  drafted,
  search,
  onFocus,
  onKeyDown,
}: MonthDayCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const offNames = useOffNames(daysOff)(day.day);
  const placeText = usePlaceText();
  const said = (slot: Slot) =>
    day[slot].map((halfDay) =>
      [
        t(`slot.${slot}`),
        halfDay.blockCode ?? t("year.exam"),
        halfDay.cohortName,
        placeText.trainer(halfDay),
        ...(drafted.has(halfDay.id) ? [t("planner.drafted")] : []),
      ].join(", "),
    );
  return (
    <td className={classes.cell} data-off={daysOff.on(day.day, null)?.kind} data-outside={day.isOutside}>
      <Link
        to={paths.planner()}
        search={{ ...search, view: "week", day: day.day } as object}
        className={classes.day}
        data-day={day.day}
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <span className="visually-hidden">
          {[format.day(day.day, "weekday"), isToday ? t("planner.today") : "", ...said("am"), ...said("pm")]
            .filter((part) => part !== "")
            .join(". ")}
        </span>
        <span className={classes.number} data-today={isToday} aria-hidden="true">
          {dayOfMonth(day.day)}
        </span>
        {offNames.map((name) => (
          <span key={name} className={classes.offName}>
            {name}
          </span>
        ))}
        {SLOTS.map((slot) => (
          <span key={slot} className={classes.half} aria-hidden="true">
            {day[slot].map((halfDay) => (
              <Block
                key={halfDay.id}
                halfDay={halfDay}
                looks={looks}
                letter={letters.get(halfDay.cohortId)}
                isDrafted={drafted.has(halfDay.id)}
              />
            ))}
          </span>
        ))}
      </Link>
    </td>
  );
}

interface BlockProps {
  readonly halfDay: HalfDay;
  readonly looks: ReadonlyMap<string, string>;
  readonly letter: string | undefined;
  readonly isDrafted: boolean;
}

function Block({ halfDay: { blockCode, cohortName }, looks, letter, isDrafted }: BlockProps) {
  const { t } = useTranslation();
  const code = blockCode ?? t("year.exam");
  return (
    <span
      className={classes.block}
      data-block={looks.get(blockCode ?? "") ?? "exam"}
      data-drafted={isDrafted}
      title={[code, cohortName, ...(isDrafted ? [t("planner.drafted")] : [])].join(", ")}
    >
      {letter}
      <span className={classes.code}>{code}</span>
    </span>
  );
}

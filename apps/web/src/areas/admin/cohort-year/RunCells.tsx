import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { CalendarDay, CalendarGroup, Run } from "./calendar.ts";
import { DayCell } from "./DayCell.tsx";
import { markKey, type Marks } from "./plan-marks.ts";
import type { Moving } from "./use-moving.ts";
import classes from "./RunCells.module.css";

export interface RunHandling {
  readonly moving: Moving | null;
  readonly selected: string | null;
  /** The session whose move is on its way to the API. */
  readonly busy: string | null;
  /** The session the keyboard put down: its new button takes the focus. */
  readonly landing: string | null;
  readonly select: (key: string) => void;
  readonly grab: (event: PointerEvent, group: CalendarGroup, day: string) => void;
  readonly press: (event: KeyboardEvent, group: CalendarGroup) => void;
  readonly leave: () => void;
}

interface RunCellsProps {
  readonly run: Run;
  readonly looks: ReadonlyMap<string, string>;
  readonly marks: Marks;
  readonly handling?: RunHandling;
}

/** Days of one session side by side: one button, as wide as they are. */
export function RunCells({ run: { group, days }, looks, marks, handling }: RunCellsProps) {
  const label = useRunLabel(group, days, marks);
  const cells = days.map((day) => (
    <DayCell key={day.day} day={inRun(day, days)} looks={looks} moving={handling?.moving ?? null} marks={marks} />
  ));
  const style = {
    gridColumn: `${days[0]?.weekday} / span ${days.length}`,
    gridTemplateColumns: `repeat(${days.length}, 1fr)`,
  };
  if (handling === undefined) {
    return (
      <div className={classes.run} style={style}>
        <span className="visually-hidden">{label}</span>
        {cells}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes.run}
      style={style}
      aria-pressed={handling.selected === group.key}
      ref={handling.landing === group.key ? takeFocus : undefined}
      data-run={group.key}
      data-busy={handling.busy === group.key}
      data-lifted={handling.moving?.cargo.groupKey === group.key}
      onClick={() => handling.select(group.key)}
      onPointerDown={(event) => handling.grab(event, group, dayUnder(event) ?? days[0]?.day ?? "")}
      onKeyDown={(event) => handling.press(event, group)}
      onBlur={handling.leave}
    >
      <span className="visually-hidden">{label}</span>
      {cells}
    </button>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** Inside the button columns count from its own edge. */
function inRun(day: CalendarDay, days: readonly CalendarDay[]): CalendarDay {
  return { ...day, weekday: day.weekday - (days[0]?.weekday ?? 1) + 1 };
}

function dayUnder({ target }: PointerEvent): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-day]")?.dataset["day"] : undefined;
}

function useRunLabel(group: CalendarGroup, days: readonly CalendarDay[], marks: Marks): string {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  const blocks = [
    ...new Set(days.flatMap(({ am, pm }) => [am?.blockCode, pm?.blockCode]).filter((code) => typeof code === "string")),
  ];
  const name = group.number === null ? t("year.exam") : t("year.session", { number: group.number });
  const count = days
    .flatMap(({ day }) => [marks.has(markKey(day, "am")), marks.has(markKey(day, "pm"))])
    .filter(Boolean);
  const changed = count.length === 0 ? "" : t("marks.count", { count: count.length });
  return [name, format.period(first, last, "long"), blocks.join(", "), changed]
    .filter((part) => part !== "")
    .join(", ");
}

import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { DaysOff } from "./days-off.ts";
import type { GridHandling } from "./GridCell.tsx";
import { HalfDayChip } from "./HalfDayChip.tsx";
import type { Lane } from "./lanes.ts";
import { usePlaceText } from "./use-place-text.ts";
import { useOffNames } from "./WeekHead.tsx";
import { placeKey, SLOTS, troublesOf, type Week } from "./week-grid.ts";
import classes from "./WeekList.module.css";

interface WeekListProps {
  readonly week: Week;
  readonly daysOff: DaysOff;
  readonly today: string;
  readonly handling: GridHandling;
}

/** The week on a phone: day by day, and in each the lanes that hold something. */
export function WeekList({ week, daysOff, today, handling }: WeekListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const offNames = useOffNames(daysOff);
  return (
    <div className={classes.days}>
      {week.days.map((day) => {
        const lanes = week.lanes.filter((lane) => isBusy(lane, day, week));
        return (
          <section key={day} className={classes.day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className={classes.name}>
              {format.day(day, "weekday")}
              {day === today && <span className={classes.today}>{t("planner.today")}</span>}
            </h2>
            {offNames(day).map((name) => (
              <p key={name} className={classes.off}>
                {name}
              </p>
            ))}
            {lanes.length === 0 ? (
              <p className={classes.none}>{t("planner.nothing")}</p>
            ) : (
              lanes.map((lane) => <LaneOfDay key={lane.key} lane={lane} day={day} week={week} handling={handling} />)
            )}
          </section>
        );
      })}
    </div>
  );
}

interface LaneOfDayProps {
  readonly lane: Lane;
  readonly day: string;
  readonly week: Week;
  readonly handling: GridHandling;
}

function LaneOfDay({ lane, day, week, handling }: LaneOfDayProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const { by, looks, letters, unavailabilities, drafted, open } = handling;
  return (
    <div className={classes.lane}>
      <h3 className={classes.laneName}>
        {placeText.lane(lane)}
        {lane.siteName !== null && <span className={classes.site}>{lane.siteName}</span>}
      </h3>
      {SLOTS.map((slot) => {
        const { halfDays = [], unavailable = null } = week.cells.get(placeKey({ laneKey: lane.key, day, slot })) ?? {};
        if (halfDays.length === 0 && unavailable === null) return null;
        return (
          <div key={slot} className={classes.slot}>
            <p className={classes.slotName}>{t(`slot.${slot}`)}</p>
            <div className={classes.chips}>
              {unavailable !== null && <p className={classes.unavailable}>{t("planner.unavailable")}</p>}
              {halfDays.map((halfDay) => (
                <HalfDayChip
                  key={halfDay.id}
                  halfDay={halfDay}
                  by={by}
                  look={looks.get(halfDay.blockCode ?? "") ?? "exam"}
                  letter={letters.get(halfDay.cohortId)}
                  troubles={troublesOf(halfDay, unavailabilities)}
                  isDrafted={drafted.has(halfDay.id)}
                  onClick={() => open(halfDay)}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function isBusy({ key }: Lane, day: string, { cells }: Week): boolean {
  return SLOTS.some((slot) => {
    const cell = cells.get(placeKey({ laneKey: key, day, slot }));
    return cell !== undefined && (cell.halfDays.length > 0 || cell.unavailable !== null);
  });
}

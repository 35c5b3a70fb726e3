import type { HalfDay } from "@passerelle/contracts/plans";
import type { ButtonHTMLAttributes, Ref } from "react";
import { useTranslation } from "react-i18next";
import type { LanesBy } from "./lanes.ts";
import { usePlaceText } from "./use-place-text.ts";
import type { Trouble } from "./week-grid.ts";
import classes from "./HalfDayChip.module.css";

interface HalfDayChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly halfDay: HalfDay;
  readonly by: LanesBy;
  readonly look: string;
  readonly letter: string | undefined;
  readonly troubles: readonly Trouble[];
  /** Its draft changes it: nobody else sees it so. */
  readonly isDrafted: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A half-day in its lane: its block, its cohort, and what the lane does not say: the trainer, or the room. */
export function HalfDayChip({ halfDay, by, look, letter, troubles, isDrafted, ...props }: HalfDayChipProps) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const { trainer, room, remote } = halfDay;
  const lacksOther = by === "rooms" ? trainer === null : room === null && !remote;
  const away = troubles.filter((trouble) => trouble === "trainer_unavailable" || trouble === "room_unavailable");
  return (
    <button
      type="button"
      {...props}
      className={classes.chip}
      data-block={look}
      data-movable={halfDay.can.move.allowed}
      data-broken={away.length > 0}
    >
      <span className={classes.top}>
        <span className={classes.code}>{halfDay.blockCode ?? t("year.exam")}</span>
        {letter !== undefined && (
          <span className={classes.letter} aria-hidden="true">
            {letter}
          </span>
        )}
      </span>
      <span className={classes.cohort}>{halfDay.cohortName}</span>
      <span className={lacksOther ? classes.lacks : classes.other}>
        {by === "rooms" ? placeText.trainer(halfDay) : placeText.room(halfDay)}
      </span>
      {isDrafted && <span className={classes.drafted}>{t("planner.drafted")}</span>}
      {away.map((trouble) => (
        <span key={trouble} className={classes.away}>
          {t(`planner.away.${trouble}`)}
        </span>
      ))}
    </button>
  );
}

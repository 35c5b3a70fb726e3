import { useFormat } from "../../../format/use-format.ts";
import classes from "./LoggedDays.module.css";

interface LoggedDaysProps {
  readonly entries: readonly { readonly day: string; readonly minutes: number; readonly activity: string | null }[];
}

/** The days of a week that no longer changes. */
export function LoggedDays({ entries }: LoggedDaysProps) {
  const format = useFormat();
  return (
    <ul className={classes.days}>
      {entries.map(({ day, minutes, activity }) => (
        <li key={day} className={classes.day}>
          <span>{format.day(day, "weekday")}</span>
          <strong>{format.hours(minutes)}</strong>
          {activity !== null && activity !== "" && <span className={classes.activity}>{activity}</span>}
        </li>
      ))}
    </ul>
  );
}

import type { EnrolmentProgress } from "@passerelle/contracts/progress";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { daysBetween, plotOf, type PlotPoint } from "./plot.ts";
import classes from "./StagePlot.module.css";

const WIDTH = 340;
const HEIGHT = 180;
const TOP = 26;
const BOTTOM = 28;
const SIDE = 8;

/** Hours validated so far as a line, and the present pace as dots to where it ends. The sentence below says the same. */
export function StagePlot({ progress }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const plot = plotOf(progress);
  const span = Math.max(1, daysBetween(plot.from, plot.to));
  const top = Math.max(plot.requiredMinutes, plot.validated.at(-1)?.minutes ?? 0);
  const x = (day: string) => SIDE + (daysBetween(plot.from, day) / span) * (WIDTH - 2 * SIDE);
  const y = (minutes: number) => HEIGHT - BOTTOM - (minutes / top) * (HEIGHT - TOP - BOTTOM);
  const at = ({ day, minutes }: PlotPoint) => `${x(day).toFixed(1)},${y(minutes).toFixed(1)}`;
  const today = plot.validated.at(-1) ?? { day: plot.from, minutes: 0 };
  const isLate = progress.stage.standing === "behind";
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes.plot}
      role="img"
      aria-label={t("stage.plot", {
        validated: format.hours(progress.stage.validatedMinutes),
        required: format.hours(plot.requiredMinutes),
      })}
    >
      <line
        className={classes.goal}
        x1={SIDE}
        x2={WIDTH - SIDE}
        y1={y(plot.requiredMinutes)}
        y2={y(plot.requiredMinutes)}
      />
      <text className={classes.quiet} x={SIDE} y={y(plot.requiredMinutes) - 8}>
        {format.hours(plot.requiredMinutes)}
      </text>
      <line className={classes.axis} x1={SIDE} x2={WIDTH - SIDE} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <text className={classes.quiet} x={SIDE} y={HEIGHT - 8}>
        {format.month(plot.from.slice(0, 7), "name")}
      </text>
      <text className={classes.quiet} x={WIDTH - SIDE} y={HEIGHT - 8} textAnchor="end">
        {format.month(plot.to.slice(0, 7), "name")}
      </text>
      <polyline className={classes.done} points={plot.validated.map(at).join(" ")} />
      {plot.forecast !== null && (
        <>
          <polyline className={classes.ahead} data-late={isLate} points={`${at(today)} ${at(plot.forecast)}`} />
          <circle
            className={classes.end}
            data-late={isLate}
            cx={x(plot.forecast.day)}
            cy={y(plot.forecast.minutes)}
            r="6"
          />
          <text className={classes.strong} {...label(x(plot.forecast.day), y(plot.forecast.minutes) + 24)}>
            {format.day(plot.forecast.day, "dayMonth")}
          </text>
        </>
      )}
      <circle className={classes.now} cx={x(today.day)} cy={y(today.minutes)} r="6" />
      <text
        className={classes.quiet}
        {...label(x(today.day), y(today.minutes) + (today.minutes / top > 0.2 ? 24 : -14))}
      >
        {t("stage.today")}
      </text>
    </svg>
  );
}

/** Where a text stands so that it stays inside. */
function label(x: number, y: number) {
  const textAnchor = x < 60 ? ("start" as const) : x > WIDTH - 60 ? ("end" as const) : ("middle" as const);
  return { x, y: Math.min(y, HEIGHT - BOTTOM - 6), textAnchor };
}

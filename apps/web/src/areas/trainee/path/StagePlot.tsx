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
  const spansYears = plot.from.slice(0, 4) !== plot.to.slice(0, 4);
  const month = (day: string) => format.month(day.slice(0, 7), spansYears ? "full" : "name");
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
        {month(plot.from)}
      </text>
      <text className={classes.quiet} x={WIDTH - SIDE} y={HEIGHT - 8} textAnchor="end">
        {month(plot.to)}
      </text>
      <polyline className={classes.done} points={plot.validated.map(at).join(" ")} />
      {plot.forecast !== null && (
        <>
          <polyline className={classes.ahead} data-late={isLate} points={`${at(today)} ${at(plot.forecast)}`} />
          {plot.forecast.isEnd && (
            <>
              <circle
                className={classes.end}
                data-late={isLate}
                cx={x(plot.forecast.day)}
                cy={y(plot.forecast.minutes)}
                r="6"
              />
              <text className={classes.strong} {...forecastLabel(x(plot.forecast.day), y(plot.forecast.minutes))}>
                {format.day(plot.forecast.day, spansYears ? "plain" : "dayMonth")}
              </text>
            </>
          )}
        </>
      )}
      <circle className={classes.now} cx={x(today.day)} cy={y(today.minutes)} r="6" />
      <text className={classes.quiet} {...todayLabel(x(today.day), y(today.minutes))}>
        {t("stage.today")}
      </text>
    </svg>
  );
}

/** Above the goal, clear of the dots that lead to it; below when the goal's own figure stands there. */
function forecastLabel(x: number, y: number) {
  if (x < 140) return { x: x + 12, y: y + 22, textAnchor: "start" as const };
  return { x: Math.min(x + 40, WIDTH - SIDE), y: y - 11, textAnchor: "end" as const };
}

/** Under the dots to come, or above the line so far when it ends too far right for that. */
function todayLabel(x: number, y: number) {
  if (x < WIDTH - 105) return { x: x + 10, y: Math.min(y + 22, HEIGHT - BOTTOM - 6), textAnchor: "start" as const };
  return { x: x - 8, y: y - 12 < TOP + 14 ? y + 26 : y - 12, textAnchor: "end" as const };
}

import type { TraineeProgress } from "@passerelle/contracts/progress";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { blockStyle } from "../../../components/blocks.ts";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import type { TraineeSort } from "./trainee-order.ts";
import classes from "./TraineeTable.module.css";

interface TraineeTableProps {
  readonly trainees: readonly TraineeProgress[];
  readonly sort: TraineeSort;
  readonly onSort: (sort: TraineeSort) => void;
}

/** The trainees as a table; on a phone each line becomes a small sheet. */
export function TraineeTable({ trainees, sort, onSort }: TraineeTableProps) {
  const { t } = useTranslation();
  const sorted = (key: TraineeSort) => (sort === key ? (key === "name" ? "ascending" : "descending") : undefined);
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t("trainees.caption")}</caption>
      <thead>
        <tr>
          <th scope="col" aria-sort={sorted("name")}>
            <SortButton label={t("trainees.name")} active={sort === "name"} onClick={() => onSort("name")} />
          </th>
          <th scope="col">{t("trainees.course")}</th>
          <th scope="col" aria-sort={sorted("stage")}>
            <SortButton label={t("trainees.stage")} active={sort === "stage"} onClick={() => onSort("stage")} />
          </th>
          <th scope="col">{t("trainees.ccps")}</th>
        </tr>
      </thead>
      <tbody>
        {trainees.map((trainee) => (
          <TraineeRow key={trainee.enrolmentId} trainee={trainee} />
        ))}
      </tbody>
    </table>
  );
}

interface SortButtonProps {
  readonly label: string;
  readonly active: boolean;
  readonly onClick: () => void;
}

function SortButton({ label, active, onClick }: SortButtonProps) {
  return (
    <button type="button" className={classes.sort} data-active={active} onClick={onClick}>
      {label}
    </button>
  );
}

function TraineeRow({ trainee }: { readonly trainee: TraineeProgress }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, course, certification } = trainee;
  const words = [
    trainee.route === "vae" ? t("enrolmentRoute.vae") : null,
    trainee.state === "in_training" ? null : t(`enrolmentState.${trainee.state}`),
  ].filter((text) => text !== null);
  return (
    <tr>
      <th scope="row">
        <Link to={paths.enrolment(trainee.enrolmentId)} className={classes.name}>
          {person.givenName} {person.usualName}
        </Link>
        {words.length > 0 && <span className={classes.quiet}>{words.join(" · ")}</span>}
      </th>
      <td data-label={t("trainees.course")}>
        {course.prescribedMinutes === 0 ? (
          <span className={classes.quiet}>{t("trainees.noCourse")}</span>
        ) : (
          <Meter
            text={t("trainees.of", {
              part: format.hours(course.passedMinutes),
              whole: format.hours(course.prescribedMinutes),
            })}
            part={course.passedMinutes / course.prescribedMinutes}
          />
        )}
      </td>
      <td data-label={t("trainees.stage")}>
        <StageCell trainee={trainee} />
      </td>
      <td data-label={t("trainees.ccps")}>
        <span className={classes.ccps}>
          {certification.ccps.map(({ blockCode, outcome }, index) => (
            <span key={blockCode} className={classes.ccp} data-block={blockStyle(index + 1)} data-outcome={outcome}>
              {blockCode}
              <span className={classes.mark}>{t(`ccpOutcome.${outcome}`)}</span>
            </span>
          ))}
        </span>
        {certification.state === "title" && <span className={classes.title}>{t("trainees.title")}</span>}
      </td>
    </tr>
  );
}

const gone: ReadonlySet<string> = new Set(["dropped_out", "excluded"]);

function StageCell({ trainee: { stage, state } }: { readonly trainee: TraineeProgress }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (stage.need !== "required") return <span className={classes.quiet}>{t(`placementNeed.${stage.need}`)}</span>;
  const waiting = stage.declaredMinutes + stage.confirmedMinutes;
  return (
    <>
      <Meter
        text={t("trainees.of", {
          part: format.hours(stage.validatedMinutes),
          whole: format.hours(stage.requiredMinutes),
        })}
        part={stage.validatedMinutes / Math.max(1, stage.requiredMinutes)}
      />
      <span className={classes.under}>
        {!gone.has(state) && (
          <span className={classes.standing} data-standing={stage.standing}>
            {t(`standing.${stage.standing}`)}
          </span>
        )}
        {stage.forecastOn !== null && (
          <span className={classes.quiet}>
            {t("trainees.forecast", { day: format.day(stage.forecastOn, "plain") })}
          </span>
        )}
        {waiting > 0 && (
          <span className={classes.quiet}>{t("trainees.waiting", { hours: format.hours(waiting) })}</span>
        )}
      </span>
    </>
  );
}

function Meter({ text, part }: { readonly text: string; readonly part: number }) {
  return (
    <span className={classes.meter}>
      <span>{text}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${Math.min(1, part) * 100}%` }} />
      </span>
    </span>
  );
}

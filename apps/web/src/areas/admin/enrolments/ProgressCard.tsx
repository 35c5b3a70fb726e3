import type { EnrolmentProgress } from "@passerelle/contracts/progress";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { blockStyle } from "../../../components/blocks.ts";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { Card } from "../../../ui/Card.tsx";
import classes from "./ProgressCard.module.css";

/** Course, stage and certificates in short, each with the way to its detail. */
export function ProgressCard({ progress }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation();
  return (
    <Card title={t("enrolment.progress")}>
      <div className={classes.parts}>
        <Course progress={progress} />
        <Stage progress={progress} />
        <Certificates progress={progress} />
      </div>
    </Card>
  );
}

function Course({ progress: { course, sessions } }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (course.prescribedMinutes === 0) return <Part title={t("enrolment.course")}>{t("trainees.noCourse")}</Part>;
  const facts = [
    t("enrolment.toCome", { hours: format.hours(course.toComeMinutes) }),
    course.unplannedMinutes > 0 ? t("enrolment.unplanned", { hours: format.hours(course.unplannedMinutes) }) : null,
    t("enrolment.sessions", { count: sessions.passed, total: format.number(sessions.total) }),
  ];
  return (
    <Part title={t("enrolment.course")}>
      <Meter part={course.passedMinutes} whole={course.prescribedMinutes} />
      <Facts facts={facts} />
    </Part>
  );
}

function Stage({ progress: { stage, enrolmentId } }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (stage.need !== "required") return <Part title={t("enrolment.stage")}>{t(`placementNeed.${stage.need}`)}</Part>;
  const waiting = stage.declaredMinutes + stage.confirmedMinutes;
  const facts = [
    t(`standing.${stage.standing}`),
    stage.forecastOn === null ? null : t("trainees.forecast", { day: format.day(stage.forecastOn, "plain") }),
    stage.deadline === null ? null : t("enrolment.deadline", { day: format.day(stage.deadline, "plain") }),
  ];
  return (
    <Part title={t("enrolment.stage")}>
      <Meter part={stage.validatedMinutes} whole={stage.requiredMinutes} />
      <Facts facts={facts} isBad={stage.standing === "behind"} />
      <span className={classes.links}>
        <Link to={paths.stageQueue()} search={{ enrolmentId, state: "submitted" }}>
          {waiting > 0 ? t("trainees.waiting", { hours: format.hours(waiting) }) : t("enrolment.nothingWaiting")}
        </Link>
        <Link to={paths.stageQueue()} search={{ enrolmentId, state: "validated" }}>
          {t("enrolment.validatedWeeks")}
        </Link>
      </span>
    </Part>
  );
}

function Certificates({ progress: { certification, cohortId } }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation();
  return (
    <Part title={t("enrolment.certificates")}>
      <span className={classes.standing}>{t(`certificationState.${certification.state}`)}</span>
      <span className={classes.ccps}>
        {certification.ccps.map(({ blockCode, outcome }, index) => (
          <span key={blockCode} className={classes.ccp} data-block={blockStyle(index + 1)} data-outcome={outcome}>
            {blockCode}
            <span className={classes.mark}>{t(`ccpOutcome.${outcome}`)}</span>
          </span>
        ))}
      </span>
      <span className={classes.links}>
        <Link to={paths.cohortResults(cohortId)}>{t("enrolment.toResults")}</Link>
      </span>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </div>
  );
}

function Facts({ facts, isBad = false }: { readonly facts: readonly (string | null)[]; readonly isBad?: boolean }) {
  return (
    <ul className={classes.facts} data-bad={isBad}>
      {facts.map((fact) => fact !== null && <li key={fact}>{fact}</li>)}
    </ul>
  );
}

function Meter({ part, whole }: { readonly part: number; readonly whole: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={classes.meter}>
      <span className={classes.figure}>
        {t("trainees.of", { part: format.hours(part), whole: format.hours(whole) })}
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${Math.min(1, part / whole) * 100}%` }} />
      </span>
    </span>
  );
}

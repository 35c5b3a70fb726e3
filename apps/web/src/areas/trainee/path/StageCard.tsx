import type { EnrolmentProgress } from "@passerelle/contracts/progress";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../../components/ButtonLink.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { paths } from "../../../paths.ts";
import { FigureCard } from "../FigureCard.tsx";
import { isOver } from "./is-over.ts";
import { daysBetween } from "./plot.ts";
import { StagePlot } from "./StagePlot.tsx";
import classes from "./StageCard.module.css";

/** Stage hours: what counts, what waits, and where the pace leads. */
export function StageCard({ progress }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { stage } = progress;
  if (stage.need !== "required") {
    return (
      <FigureCard title={t("stage.title")}>
        <p>{t(`stage.need.${stage.need}`)}</p>
      </FigureCard>
    );
  }
  const waiting = stage.declaredMinutes + stage.confirmedMinutes;
  return (
    <FigureCard
      title={t("stage.title")}
      figure={format.hours(stage.validatedMinutes)}
      of={t("figure.of", { whole: format.hours(stage.requiredMinutes) })}
    >
      {stage.standing !== "done" && !isOver(progress) && <StagePlot progress={progress} />}
      <dl className={classes.figures}>
        <Figure label={t("stage.declared")} minutes={waiting} />
        <Figure label={t("stage.validated")} minutes={stage.validatedMinutes} />
        <Figure label={t("stage.left")} minutes={stage.leftMinutes} />
      </dl>
      <PaceSentence progress={progress} />
      {progress.state === "in_training" && stage.leftMinutes > 0 && (
        <ButtonLink to={paths.stage()} variant="default" size="md" fullWidth>
          {t("stage.log")}
        </ButtonLink>
      )}
    </FigureCard>
  );
}

function Figure({ label, minutes }: { readonly label: string; readonly minutes: number }) {
  const format = useFormat();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{format.hours(minutes)}</dd>
    </div>
  );
}

/** What the pace means for the exam, in a sentence; colour is never the only sign. */
function PaceSentence({ progress }: { readonly progress: EnrolmentProgress }) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const { stage, asOf } = progress;
  if (stage.standing === "done") return <p className={classes.good}>{t("stage.done")}</p>;
  if (isOver(progress)) return null;
  const deadline = stage.deadline === null ? "" : format.day(stage.deadline, "plain");
  const isLate = stage.standing === "behind";
  const tooLate = t("stage.tooLate", { deadline, left: format.hours(stage.leftMinutes) });
  if (stage.forecastOn === null) {
    return (
      <p className={isLate ? classes.late : classes.pace}>
        {stage.weeklyPaceMinutes === null ? t("stage.noPace", { deadline }) : tooLate}
      </p>
    );
  }
  const facts = {
    pace: format.hours(stage.weeklyPaceMinutes ?? 0),
    forecast: format.day(stage.forecastOn, "plain"),
    deadline,
  };
  if (isLate && stage.deadline !== null) {
    const weeks = Math.max(1, Math.floor(daysBetween(asOf, stage.deadline) / 7));
    const needed = format.hours(Math.ceil(stage.leftMinutes / weeks / 30) * 30);
    return (
      <p className={classes.late}>
        {daysBetween(asOf, stage.deadline) < 7 ? tooLate : t("stage.behind", { ...facts, needed })}
      </p>
    );
  }
  return <p className={classes.pace}>{t("stage.onPace", facts)}</p>;
}
